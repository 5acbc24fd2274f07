package uk.helpathand.contact.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import uk.helpathand.contact.enquiry.Details;

/** The form of /more: everything optional, in the child's words. It never holds what was stored before. */
public class MoreForm {

    private static final int LINE_LIMIT = 500;
    private static final int AGE_LIMIT = 100;
    private static final int TEXT_LIMIT = 2_000;

    @RestForm
    public String name;

    @RestForm
    public String age;

    @RestForm
    public String council;

    @RestForm
    public String livesIn;

    @RestForm
    public String helpedBy;

    @RestForm
    public String language;

    @RestForm
    public String needs;

    @RestForm
    public String formToken;

    @RestForm
    public String appendToken;

    public List<FieldProblem> problems = List.of();

    /** Why the form is here again, through no fault of the child's; null when it is not. */
    public String notice;

    static MoreForm blank(String formToken, String appendToken) {
        var form = new MoreForm();
        form.formToken = formToken;
        form.appendToken = appendToken;
        return form;
    }

    public String problemOf(String field) {
        return FieldProblem.of(field, problems);
    }

    boolean isEmpty() {
        return Stream.of(name, age, council, livesIn, helpedBy, language, needs)
                .allMatch(answer -> AskForm.filled(answer) == null);
    }

    List<FieldProblem> check(Words words) {
        var found = new ArrayList<FieldProblem>();
        check("name", name, LINE_LIMIT, words.moreName(), words, found);
        check("age", age, AGE_LIMIT, words.moreAge(), words, found);
        check("council", council, LINE_LIMIT, words.moreCouncil(), words, found);
        check("livesIn", livesIn, TEXT_LIMIT, words.moreLivesIn(), words, found);
        check("helpedBy", helpedBy, TEXT_LIMIT, words.moreHelpedBy(), words, found);
        check("language", language, LINE_LIMIT, words.moreLanguage(), words, found);
        check("needs", needs, TEXT_LIMIT, words.moreNeeds(), words, found);
        return found;
    }

    private static void check(
            String field, String answer, int limit, String label, Words words, List<FieldProblem> found) {
        if (answer != null && answer.length() > limit) {
            found.add(new FieldProblem(field, words.moreLong(label)));
        }
    }

    Details details() {
        return new Details(
                AskForm.filled(name),
                AskForm.filled(age),
                AskForm.filled(council),
                AskForm.filled(livesIn),
                AskForm.filled(helpedBy),
                AskForm.filled(language),
                AskForm.filled(needs));
    }
}
