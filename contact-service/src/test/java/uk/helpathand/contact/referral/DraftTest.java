package uk.helpathand.contact.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A draft is kept for anybody who sends one field, so it may not grow without end. */
class DraftTest {

    private static final Answers SAID = new Answers(Map.of("name", List.of("Kim")));

    private final Draft draft = new Draft();

    @Test
    void of_more_children_than_there_may_be_nothing_is_kept() {
        for (int child = 1; child <= 50; child++) {
            draft.answer(new Step(Question.NAME, child), SAID);
        }

        assertThat(draft.children()).hasSize(Draft.MOST);
        assertThat(draft.answers).hasSize(Draft.MOST);
    }

    @Test
    void a_child_that_was_added_after_others_were_removed_is_kept() {
        for (int i = 0; i < 2 * Draft.MOST; i++) {
            draft.removeChild(draft.children().get(0));
            draft.addChild();
        }
        Step last = new Step(Question.NAME, draft.lastChild);

        draft.answer(last, SAID);

        assertThat(draft.answers(last)).isEqualTo(SAID);
    }

    @Test
    void of_more_events_than_there_may_be_nothing_is_kept() {
        draft.answer(new Step(Question.EVENT, Draft.MOST), SAID);
        draft.answer(new Step(Question.EVENT, Draft.MOST + 1), SAID);

        assertThat(draft.answers).hasSize(1);
    }

    @Test
    void a_choice_that_no_list_can_hold_counts_as_not_chosen() {
        Question question = Question.DANGER;
        String field = question.fields.get(0).name();

        assertThat(Answers.of(question, Map.of(field, List.of("x".repeat(61)))).raw(field))
                .isNull();
        assertThat(Answers.of(question, Map.of(field, Collections.nCopies(30, "yes")))
                        .all(field))
                .hasSize(1);
    }
}
