package uk.helpathand.contact.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import uk.helpathand.contact.referral.Answers;
import uk.helpathand.contact.referral.CouncilSearch;
import uk.helpathand.contact.referral.Draft;
import uk.helpathand.contact.referral.Drafts;
import uk.helpathand.contact.referral.Field;
import uk.helpathand.contact.referral.Question;
import uk.helpathand.contact.referral.SpokenDay;
import uk.helpathand.contact.referral.Step;
import uk.helpathand.contact.referral.Way;
import uk.helpathand.platform.time.Clocks;

/** Takes an answer in and says which page comes next. Committed when it returns. */
@ApplicationScoped
class AdultAnswering {

    @Inject
    Drafts drafts;

    @Inject
    CouncilSearch councils;

    @Inject
    Clock clock;

    /** What a form sent. A day that was said, such as Friday, is looked up now: later it would be another. */
    Answers read(Question question, Map<String, List<String>> form) {
        Answers given = Answers.of(question, form);
        return question == Question.EVENT
                ? SpokenDay.inNumbers(given, "day", LocalDate.ofInstant(clock.instant(), Clocks.LONDON))
                : given;
    }

    Step take(String browser, Step step, Answers given, boolean changing) {
        return drafts.change(browser, draft -> {
            Step next = take(draft, step, given, changing);
            draft.goOnAt(next);
            return next;
        });
    }

    private Step take(Draft draft, Step step, Answers given, boolean changing) {
        if (step.question() == Question.CHILDREN) {
            return another(draft, given, changing);
        }
        Field first = step.question().fields.get(0);
        if (first.kind() != Field.Kind.COUNCIL) {
            draft.answer(step, given);
            return Way.next(draft, step, changing);
        }
        boolean search = isToSearch(first.name(), given, draft.answers(step));
        draft.answer(step, search ? councils.resolve(given, first.name()) : given);
        boolean open = search && draft.answers(step).text(first.name() + "Code") == null;
        return open ? step : Way.next(draft, step, changing);
    }

    /** For a name that was typed anew: but who has just chosen "outside England" beside it has said what they mean. */
    private static boolean isToSearch(String name, Answers given, Answers before) {
        String typed = given.text(name);
        String chosen = given.text(name + "Code");
        boolean choseNow = chosen != null && !CouncilSearch.isCouncil(chosen) && !before.is(name + "Code", chosen);
        return typed != null && !typed.equals(given.raw(name + "Searched")) && !choseNow;
    }

    private static Step another(Draft draft, Answers given, boolean changing) {
        Step added = given.is("another", "yes") ? draft.addChild() : null;
        if (added != null) {
            return added;
        }
        Step children = new Step(Question.CHILDREN, 0);
        return Way.next(draft, children, changing || draft.isChecked());
    }
}
