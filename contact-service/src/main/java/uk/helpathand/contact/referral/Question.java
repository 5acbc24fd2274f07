package uk.helpathand.contact.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import uk.helpathand.contact.referral.Field.Kind;
import uk.helpathand.platform.codes.CodeLists;

/** The questions to an adult, one a page, in their order. What each asks and why: docs/adult-form.md. */
public enum Question {
    DANGER("danger", Scope.ONCE, Field.choice("danger", Question.DANGERS)),
    YOU(
            "you",
            Scope.ONCE,
            Field.choice("type", CodeLists.REFERRER_TYPE),
            Field.line("name"),
            Field.line("organisation")),
    HAPPENING("happening", Scope.ONCE, Field.longText("happening"), Field.longText("wanted")),
    NAME("name", Scope.CHILD, Field.line("name")),
    AGE("age", Scope.CHILD, Field.of("birth", Kind.BIRTH_DATE), Field.line("years")),
    LOOKED_AFTER_BY("looked-after-by", Scope.CHILD, Field.of("lookedAfterBy", Kind.COUNCIL)),
    LIVES_IN("lives-in", Scope.CHILD, Field.of("livesIn", Kind.COUNCIL)),
    LEGAL_STATUS("legal-status", Scope.CHILD, Field.choice("legalStatus", CodeLists.LEGAL_STATUS)),
    HOME("home", Scope.CHILD, Field.choice("setting", CodeLists.SETTING), Field.note("settingNote")),
    RESTRICTED("restricted", Scope.CHILD, Field.choice("restricted", CodeLists.YES_NO_UNKNOWN)),
    RESTRICTIONS("restrictions", Scope.CHILD, Field.ticks("restrictions", CodeLists.LIBERTY_RESTRICTION)),
    ORDER(
            "order",
            Scope.CHILD,
            Field.choice("authority", CodeLists.LIBERTY_AUTHORITY),
            Field.choice("route", CodeLists.LIBERTY_ROUTE),
            Field.of("from", Kind.WHOLE_DATE),
            Field.of("until", Kind.WHOLE_DATE)),
    CARE(
            "care",
            Scope.CHILD,
            Field.choice("registered", CodeLists.YES_NO_UNKNOWN),
            Field.line("staffing"),
            Field.note("education")),
    ADVOCATE(
            "advocate",
            Scope.CHILD,
            Field.choice("has", CodeLists.YES_NO_UNKNOWN),
            Field.line("advocateName"),
            Field.line("advocateContact")),
    CONTACT("contact", Scope.CHILD, Field.note("safeContact")),
    CONSENT("agreement", Scope.CHILD, Field.choice("consent", CodeLists.CONSENT)),
    WISH(
            "wish",
            Scope.CHILD,
            Field.longText("words"),
            Field.choice("obtained", CodeLists.WISH_OBTAINED),
            Field.of("on", Kind.WHOLE_DATE),
            Field.choice("notKnown", CodeLists.WISH_NOT_KNOWN),
            Field.note("note")),
    CHILDREN("children", Scope.ONCE, Field.choice("another", Question.YES_NO)),
    THEMES("themes", Scope.ONCE, Field.ticks("themes", CodeLists.THEME)),
    EVENT(
            "events",
            Scope.EVENT,
            Field.line("what"),
            Field.of("day", Kind.WHOLE_DATE),
            Field.of("time", Kind.TIME),
            Field.choice("more", Question.YES_NO)),
    TRIED("tried", Scope.ONCE, Field.longText("tried")),
    REPLY(
            "reply",
            Scope.ONCE,
            Field.choice("reply", Question.REPLY_BY),
            Field.shortLine("number"),
            Field.ticks("answersInText", Question.IN_TEXT),
            Field.shortLine("email"),
            Field.note("safeNote")),
    CHECK("check", Scope.ONCE);

    /** Short lists that are no codes of the record: {@code yes}, {@code no}, {@code not-sure}. */
    public static final String DANGERS = "danger";

    public static final String YES_NO = "yes-no";

    /** The wire names of {@code ReplyBy}. */
    public static final String REPLY_BY = "reply-by";

    /** One tick: the answer itself may stand in a text. */
    public static final String IN_TEXT = "in-text";

    /** How often it is asked. */
    public enum Scope {
        ONCE,
        CHILD,
        EVENT
    }

    public final String slug;
    public final Scope scope;
    public final List<Field> fields;

    Question(String slug, Scope scope, Field... fields) {
        this.slug = slug;
        this.scope = scope;
        this.fields = List.of(fields);
    }

    public static Optional<Question> find(Scope scope, String slug) {
        return Arrays.stream(values())
                .filter(question -> question.scope == scope && question.slug.equals(slug))
                .findFirst();
    }

    /** Whether it may be left like this. What must be known: who asks, what is happening, and what the child wants. */
    public boolean isEnough(Answers answers) {
        return switch (this) {
            case YOU -> answers.text("type") != null;
            case HAPPENING -> answers.text("happening") != null;
            case WISH -> answers.text("words") != null || answers.text("notKnown") != null;
            default -> true;
        };
    }

    /** Asked only where a child's liberty is restricted. */
    boolean isAboutLiberty() {
        return this == RESTRICTIONS || this == ORDER || this == CARE;
    }
}
