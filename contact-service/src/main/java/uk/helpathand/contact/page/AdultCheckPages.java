package uk.helpathand.contact.page;

import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.helpathand.contact.page.AdultCheckPage.Line;
import uk.helpathand.contact.page.AdultCheckPage.Missing;
import uk.helpathand.contact.page.AdultCheckPage.Row;
import uk.helpathand.contact.page.AdultCheckPage.Section;
import uk.helpathand.contact.page.AdultQuestions.Asked;
import uk.helpathand.contact.referral.Answers;
import uk.helpathand.contact.referral.Draft;
import uk.helpathand.contact.referral.Field;
import uk.helpathand.contact.referral.Question.Scope;
import uk.helpathand.contact.referral.Step;
import uk.helpathand.contact.referral.Way;

/** Makes the page on which an adult checks all they have answered. */
@ApplicationScoped
class AdultCheckPages {

    @Inject
    AdultPages pages;

    @Inject
    AdultQuestions questions;

    @Inject
    AdultOptions options;

    @Inject
    AdultProblems problems;

    @Inject
    FormTokens formTokens;

    @Inject
    AdultWords words;

    /** @param says what holds it back, too: after an attempt to send */
    TemplateInstance page(Draft draft, boolean says, String notice) {
        return Pages.adultCheck(new AdultCheckPage(
                sections(draft),
                says ? missing(draft) : List.of(),
                formTokens.of(draft.id().toString()),
                draft.isInDanger(),
                notice));
    }

    boolean isComplete(Draft draft) {
        return missing(draft).isEmpty();
    }

    private List<Missing> missing(Draft draft) {
        return Way.of(draft).stream()
                .filter(step -> !step.question().isEnough(draft.answers(step)))
                .map(step -> new Missing(AdultPages.changePath(step), missing(draft, step)))
                .toList();
    }

    private String missing(Draft draft, Step step) {
        String missing = problems.missing(step.question(), draft.answers(step));
        return step.question().scope == Scope.CHILD
                ? words.missingFor(missing, pages.childName(draft, step.number()))
                : missing;
    }

    /** In the order of the form: what is asked once before the children, each child, and what is asked once after. */
    private List<Section> sections(Draft draft) {
        var sections = new ArrayList<Section>();
        var rows = new LinkedHashMap<String, List<Row>>();
        AdultPages.shown(draft).forEach(step -> rows.computeIfAbsent(section(step), key -> new ArrayList<>())
                .add(row(draft, step)));
        rows.forEach((key, content) -> {
            boolean child = key.startsWith("child");
            int number = child ? Integer.parseInt(key.substring("child".length())) : 0;
            sections.add(new Section(child ? pages.childName(draft, number) : null, content));
        });
        return sections;
    }

    private static String section(Step step) {
        if (step.question().scope == Scope.CHILD) {
            return "child" + step.number();
        }
        return switch (step.question()) {
            case DANGER, YOU, HAPPENING -> "before";
            default -> "after";
        };
    }

    private Row row(Draft draft, Step step) {
        Asked asked = questions.of(step.question());
        Answers answers = draft.answers(step);
        List<Line> lines = step.question().fields.stream()
                .filter(field -> !field.name().equals("more"))
                .map(field -> line(step, field, answers))
                .filter(Objects::nonNull)
                .toList();
        return new Row(asked.heading(), lines, AdultPages.changePath(step), change(draft, step, asked.title()));
    }

    private String change(Draft draft, Step step, String title) {
        return step.question().scope == Scope.CHILD
                ? words.checkOfChild(title, pages.childName(draft, step.number()))
                : words.checkOf(step.number() == 0 ? title : title + " " + step.number());
    }

    private Line line(Step step, Field field, Answers answers) {
        String text =
                switch (field.kind()) {
                    case LINE, TEXT, TIME -> answers.text(field.name());
                    case BIRTH_DATE, WHOLE_DATE ->
                        joined(field.inputs().stream().map(answers::text), " ");
                    case CHOICE, TICKS ->
                        joined(answers.all(field.name()).stream().map(value -> options.label(field, value)), "\n");
                    case COUNCIL -> council(field, answers);
                };
        boolean alone = step.question().fields.size() == 1;
        String label = questions.of(step.question()).labels().get(field.name()).label();
        return text == null ? null : new Line(alone || label.equals(words.chooseOne()) ? null : label, text);
    }

    private String council(Field field, Answers answers) {
        String code = answers.text(field.name() + "Code");
        return code == null ? answers.text(field.name()) : options.label(field, code);
    }

    private static String joined(Stream<String> parts, String between) {
        String text = parts.filter(Objects::nonNull).collect(Collectors.joining(between));
        return text.isEmpty() ? null : text;
    }
}
