package uk.helpathand.contact.page;

import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.Safe;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.api.WireName;
import uk.helpathand.contact.enquiry.NewEnquiry;

/** The form of /ask: what was typed, and what the page says about it. Only {@code happening} can hold a message back. */
public class AskForm {

    /** Of each long text, counted in code points: an emoji is one. */
    static final int LIMIT = 20_000;

    /** Of the tick for the answer itself in a text. */
    static final String IN_TEXT = "in-text";

    private static final int LINE_LIMIT = 200;

    @RestForm
    public String happening;

    @RestForm
    public String wanted;

    @RestForm
    public String safe;

    @RestForm
    public String reply;

    @RestForm
    public String number;

    @RestForm
    public String numberIs;

    @RestForm
    public String answersInText;

    @RestForm
    public String email;

    @RestForm
    public List<String> safeTimes;

    @RestForm
    public String safeNote;

    @RestForm
    public String formToken;

    public List<FieldProblem> problems = List.of();

    /** Why the form is here again, through no fault of the child's; null when it is not. */
    public String notice;

    /** This browser sent something minutes ago. */
    public boolean sentBefore;

    /**
     * No cookie came: a first visit, or the one after "Leave this page". The browser is told not to fill in what it may
     * remember, or Back would show a child's words to whoever holds the phone next.
     */
    public boolean first;

    /** Whether the browser may fill in what was typed here before, as it does for Back after a broken connection. */
    public boolean isKept() {
        return !first && !sentBefore;
    }

    static AskForm blank(String formToken) {
        var form = new AskForm();
        form.reply = ReplyBy.CODE.wire();
        form.formToken = formToken;
        return form;
    }

    public boolean isSafeTime(String value) {
        return safeTimes != null && safeTimes.contains(value);
    }

    public boolean isInText() {
        return IN_TEXT.equals(answersInText);
    }

    /** Null when the field is fine. */
    public String problemOf(String field) {
        return FieldProblem.of(field, problems);
    }

    List<FieldProblem> check(Words words) {
        var found = new ArrayList<FieldProblem>();
        if (happening == null || happening.isBlank()) {
            found.add(new FieldProblem("happening", words.askEmpty()));
        }
        tooLong("happening", happening, words, found);
        tooLong("wanted", wanted, words, found);
        String note = note();
        if (note != null && note.length() > LIMIT) {
            found.add(new FieldProblem("safeNote", tooLong(note.length(), words)));
        }
        return found;
    }

    private static void tooLong(String field, String text, Words words, List<FieldProblem> found) {
        String problem = tooLong(text, words);
        if (problem != null) {
            found.add(new FieldProblem(field, problem));
        }
    }

    /** What to do about a text that is too long; null for one that is not. */
    static String tooLong(String text, Words words) {
        int letters = letters(text);
        return letters <= LIMIT ? null : tooLong(letters, words);
    }

    private static String tooLong(int letters, Words words) {
        var numbers = NumberFormat.getIntegerInstance(Languages.locale(words));
        return words.askLong(numbers.format(letters), numbers.format(LIMIT));
    }

    /** A line break counts once, though browsers send two characters for it. */
    static int letters(String text) {
        return text == null ? 0 : text.codePointCount(0, text.length()) - (int) countLineBreaks(text);
    }

    private static long countLineBreaks(String text) {
        long breaks = 0;
        for (int at = text.indexOf("\r\n"); at >= 0; at = text.indexOf("\r\n", at + 2)) {
            breaks++;
        }
        return breaks;
    }

    NewEnquiry enquiry(String language) {
        return new NewEnquiry(happening, filled(wanted), choice(Safe.class, safe), safeContact(), language);
    }

    private SafeContact safeContact() {
        ReplyBy replyBy = choice(ReplyBy.class, reply);
        List<SafeTime> times = safeTimes == null
                ? List.of()
                : safeTimes.stream()
                        .map(time -> choice(SafeTime.class, time))
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList();
        NumberIs whose = choice(NumberIs.class, numberIs);
        return new SafeContact(
                        1,
                        replyBy == null ? ReplyBy.CODE : replyBy,
                        fits(number) ? filled(number) : null,
                        whose,
                        fits(email) ? filled(email) : null,
                        times,
                        note())
                .withAnswersInText(isInText() && mayStandInText(replyBy, whose) ? true : null);
    }

    /** Nobody else may read it. Of a phone of which they do not say whose it is that is not known. */
    private static boolean mayStandInText(ReplyBy replyBy, NumberIs whose) {
        return replyBy == ReplyBy.TEXT && whose == NumberIs.MINE;
    }

    /** What is too long for a number or an address is a story: it is kept with the note, never refused. */
    private String note() {
        String note = Stream.of(safeNote, fits(number) ? null : number, fits(email) ? null : email)
                .map(AskForm::filled)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("\n"));
        return filled(note);
    }

    private static boolean fits(String line) {
        return line == null || line.length() <= LINE_LIMIT;
    }

    static String filled(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** An unknown value counts as not chosen. */
    private static <E extends Enum<E> & WireName> E choice(Class<E> type, String wire) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.wire().equals(wire))
                .findFirst()
                .orElse(null);
    }
}
