package uk.helpathand.casework.wayback;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.api.casework.VerificationQuestion.HOW_ANSWERED;
import static uk.helpathand.api.casework.VerificationQuestion.NAME_GIVEN;
import static uk.helpathand.api.casework.VerificationQuestion.SAFE_NOTE;
import static uk.helpathand.api.casework.VerificationQuestion.WHAT_ABOUT;
import static uk.helpathand.api.casework.VerificationQuestion.WHAT_WANTED;
import static uk.helpathand.api.casework.VerificationQuestion.WHEN_WROTE;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.casework.NewReturnCode.Check;
import uk.helpathand.api.casework.VerificationQuestion;

class VerificationTest {

    private final Verification verification =
            new Verification(List.of(WHAT_ABOUT, WHEN_WROTE, WHAT_WANTED, HOW_ANSWERED, NAME_GIVEN));

    @Test
    void three_right_answers_of_which_two_only_the_writer_knows_are_enough() {
        assertThat(passes(right(WHAT_ABOUT, WHEN_WROTE, HOW_ANSWERED))).isTrue();
        assertThat(passes(right(WHAT_ABOUT, HOW_ANSWERED, NAME_GIVEN))).isFalse();
        assertThat(passes(right(WHAT_ABOUT, WHEN_WROTE))).isFalse();
    }

    @Test
    void one_wrong_answer_is_forgiven_and_two_are_not() {
        assertThat(passes(right(WHAT_ABOUT, WHEN_WROTE, HOW_ANSWERED), wrong(NAME_GIVEN)))
                .isTrue();
        assertThat(passes(right(WHAT_ABOUT, WHEN_WROTE, HOW_ANSWERED), wrong(NAME_GIVEN, WHAT_WANTED)))
                .isFalse();
    }

    @Test
    void what_the_record_cannot_answer_does_not_count() {
        assertThat(passes(right(WHAT_ABOUT, HOW_ANSWERED, SAFE_NOTE))).isFalse();
        assertThat(passes(right(WHAT_ABOUT, WHEN_WROTE, HOW_ANSWERED), wrong(SAFE_NOTE, NAME_GIVEN)))
                .isTrue();
    }

    @Test
    void a_question_counts_once_and_is_wrong_if_it_ever_was() {
        assertThat(passes(right(WHAT_ABOUT, WHAT_ABOUT, WHAT_ABOUT, WHEN_WROTE)))
                .isFalse();
        assertThat(passes(right(WHAT_ABOUT, WHEN_WROTE, HOW_ANSWERED), wrong(WHEN_WROTE)))
                .isFalse();
    }

    private boolean passes(List<Check> right) {
        return passes(right, List.of());
    }

    private boolean passes(List<Check> right, List<Check> wrong) {
        return verification.isPassedBy(
                Stream.concat(right.stream(), wrong.stream()).toList());
    }

    private static List<Check> right(VerificationQuestion... questions) {
        return Stream.of(questions).map(question -> new Check(question, true)).toList();
    }

    private static List<Check> wrong(VerificationQuestion... questions) {
        return Stream.of(questions).map(question -> new Check(question, false)).toList();
    }
}
