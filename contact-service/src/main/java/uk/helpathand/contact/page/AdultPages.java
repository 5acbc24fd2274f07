package uk.helpathand.contact.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import uk.helpathand.contact.page.AdultQuestions.Asked;
import uk.helpathand.contact.page.AdultQuestions.Label;
import uk.helpathand.contact.referral.Answers;
import uk.helpathand.contact.referral.Draft;
import uk.helpathand.contact.referral.Field;
import uk.helpathand.contact.referral.Question;
import uk.helpathand.contact.referral.Question.Scope;
import uk.helpathand.contact.referral.Step;
import uk.helpathand.contact.referral.Way;

/** Makes the page of a question. */
@ApplicationScoped
class AdultPages {

    static final String ROOT = "/adult/";

    private static final int SHORT_ROWS = 3;
    private static final int LONG_ROWS = 7;

    @Inject
    AdultQuestions questions;

    @Inject
    AdultOptions options;

    @Inject
    AdultWords words;

    /** What else the page says: what is wrong, why it is here again, whether it was reached by "Change". */
    record State(boolean changing, List<FieldProblem> problems, String notice) {}

    TemplateInstance page(Draft draft, Step step, Answers answers, State state) {
        Question question = step.question();
        Asked asked = questions.of(question);
        boolean anotherEvent = question == Question.EVENT && step.number() > 1;
        return Pages.adult(new AdultPage(
                title(step),
                progress(draft, step),
                anotherEvent ? words.eventNext() : asked.heading(),
                asked.why(),
                ROOT + step.path(),
                back(draft, step, state.changing()),
                state.changing(),
                question == Question.DANGER,
                draft.isInDanger() && question != Question.DANGER,
                draft.isBegunAnew(),
                question.fields.stream()
                        .map(field -> field(field, asked.labels().get(field.name()), answers, state.problems()))
                        .toList(),
                question == Question.CHILDREN ? children(draft) : List.of(),
                question == Question.CHILDREN && draft.children().size() >= Draft.MOST,
                state.problems(),
                state.notice()));
    }

    private AdultField field(Field field, Label label, Answers answers, List<FieldProblem> problems) {
        List<String> inputs = field.kind() == Field.Kind.COUNCIL ? List.of(field.name()) : field.inputs();
        return new AdultField(
                field.kind(),
                field.name(),
                label.label(),
                label.hint(),
                inputs.stream()
                        .map(name -> answers.raw(name) == null ? "" : answers.raw(name))
                        .toList(),
                FieldProblem.of(field.name(), problems),
                options.of(field, answers),
                field.kind() == Field.Kind.COUNCIL ? options.foundWords(field, answers) : null,
                field.isLong() ? LONG_ROWS : SHORT_ROWS);
    }

    private List<AdultPage.Child> children(Draft draft) {
        boolean several = draft.children().size() > 1;
        return draft.children().stream()
                .map(child -> new AdultPage.Child(child, childName(draft, child), several))
                .toList();
    }

    private static String back(Draft draft, Step step, boolean changing) {
        Step before = Way.before(draft, step);
        if (changing) {
            return ROOT + Question.CHECK.slug;
        }
        return before == null ? "/adult" : ROOT + before.path();
    }

    /** For the browser's own lists: a number instead of a name. */
    private String title(Step step) {
        String title = questions.of(step.question()).title();
        return step.number() == 0 ? title : step.number() + ": " + title;
    }

    private String progress(Draft draft, Step step) {
        String part = words.part(String.valueOf(part(step.question())));
        return step.question().scope == Scope.CHILD
                ? words.childPart(
                        part,
                        childName(draft, step.number()),
                        questions.of(step.question()).title())
                : part;
    }

    private static int part(Question question) {
        return switch (question) {
            case DANGER -> 1;
            case YOU -> 2;
            case HAPPENING -> 3;
            case THEMES, EVENT, TRIED -> 5;
            case REPLY, CHECK -> 6;
            default -> 4;
        };
    }

    /** The name, or its number where no name was said. */
    String childName(Draft draft, int child) {
        String name = draft.ofChild(child, Question.NAME).text("name");
        int place = Math.max(1, draft.children().indexOf(child) + 1);
        return name == null ? words.childNumber(String.valueOf(place)) : name;
    }

    /** The address of a page that is reached from the answers and leads back there. */
    static String changePath(Step step) {
        return ROOT + step.path() + "?back=" + Question.CHECK.slug;
    }

    static Stream<Step> shown(Draft draft) {
        return Way.of(draft).stream()
                .filter(step -> !List.of(Question.CHILDREN, Question.CHECK).contains(step.question()));
    }
}
