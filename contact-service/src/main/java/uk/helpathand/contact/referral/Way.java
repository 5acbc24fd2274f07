package uk.helpathand.contact.referral;

import java.util.ArrayList;
import java.util.List;
import uk.helpathand.contact.referral.Question.Scope;

/** The way through the questions, as far as the answers say which there are. */
public final class Way {

    private Way() {}

    public static List<Step> of(Draft draft) {
        var steps = new ArrayList<Step>();
        for (Question question : Question.values()) {
            if (question == Question.NAME) {
                draft.children().forEach(child -> steps.addAll(ofChild(draft, child)));
            } else if (question.scope == Scope.ONCE) {
                steps.add(Step.once(question));
            } else if (question.scope == Scope.EVENT) {
                steps.addAll(draft.events());
            }
        }
        return steps;
    }

    public static List<Step> ofChild(Draft draft, int child) {
        var steps = new ArrayList<Step>();
        for (Question question : Question.values()) {
            if (question.scope == Scope.CHILD && (!question.isAboutLiberty() || draft.isRestricted(child))) {
                steps.add(new Step(question, child));
            }
        }
        return steps;
    }

    /** @param changing the adult came from their answers and wants to go back there, when what follows is answered too */
    public static Step next(Draft draft, Step step, boolean changing) {
        Step following = beside(draft, step, 1);
        boolean opensMore = following.question().isAboutLiberty() || following.question() == Question.EVENT;
        boolean more = opensMore && !draft.isAnswered(following);
        return changing && !more ? Step.once(Question.CHECK) : following;
    }

    /** Null before the first. */
    public static Step before(Draft draft, Step step) {
        return step.question() == Question.DANGER ? null : beside(draft, step, -1);
    }

    private static Step beside(Draft draft, Step step, int distance) {
        List<Step> steps = of(draft);
        int at = steps.indexOf(step);
        return at < 0 ? Step.once(Question.CHILDREN) : steps.get(Math.min(at + distance, steps.size() - 1));
    }
}
