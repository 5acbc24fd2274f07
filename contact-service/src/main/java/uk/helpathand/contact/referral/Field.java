package uk.helpathand.contact.referral;

import java.util.List;

/**
 * One thing that a question asks for.
 *
 * @param limit how long a text may be, in Java characters as the contract counts them
 * @param list the code list of a choice; null for a text or a date
 */
public record Field(String name, Kind kind, int limit, String list) {

    /** How it is answered. A whole date needs its day and month, a birth date takes what is known of it. */
    public enum Kind {
        LINE,
        TEXT,
        CHOICE,
        TICKS,
        BIRTH_DATE,
        WHOLE_DATE,
        TIME,
        COUNCIL
    }

    static final int LONGEST_CODE = 60;
    private static final int SHORT_LIMIT = 200;
    private static final int LINE_LIMIT = 500;
    private static final int NOTE_LIMIT = 2_000;
    private static final int LONG_LIMIT = 20_000;

    static Field line(String name) {
        return new Field(name, Kind.LINE, LINE_LIMIT, null);
    }

    /** A number or an address. */
    static Field shortLine(String name) {
        return new Field(name, Kind.LINE, SHORT_LIMIT, null);
    }

    static Field note(String name) {
        return new Field(name, Kind.TEXT, NOTE_LIMIT, null);
    }

    static Field longText(String name) {
        return new Field(name, Kind.TEXT, LONG_LIMIT, null);
    }

    /** @param list of codes, or of the wire names of an enum of the contract */
    static Field choice(String name, String list) {
        return new Field(name, Kind.CHOICE, LINE_LIMIT, list);
    }

    static Field ticks(String name, String list) {
        return new Field(name, Kind.TICKS, LINE_LIMIT, list);
    }

    static Field of(String name, Kind kind) {
        return new Field(name, kind, LINE_LIMIT, null);
    }

    /** The form fields in which it is sent. */
    public List<String> inputs() {
        return switch (kind) {
            case BIRTH_DATE, WHOLE_DATE -> List.of(name, name + "Month", name + "Year");
            case COUNCIL -> List.of(name, name + "Code", name + "Searched");
            case LINE, TEXT, CHOICE, TICKS, TIME -> List.of(name);
        };
    }

    /** What is longer counts as not said; a text that is too long has to be seen, to be told of. */
    int longest(String input) {
        return switch (kind) {
            case LINE, TEXT -> Integer.MAX_VALUE;
            case CHOICE, TICKS -> LONGEST_CODE;
            case COUNCIL -> input.equals(name) ? Integer.MAX_VALUE : LINE_LIMIT;
            case BIRTH_DATE, WHOLE_DATE, TIME -> LINE_LIMIT;
        };
    }

    /** A text as long as a child's own is counted in letters, as there. */
    public boolean isLong() {
        return limit == LONG_LIMIT;
    }
}
