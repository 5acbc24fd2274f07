package uk.helpathand.contact.page;

import java.util.List;
import uk.helpathand.contact.referral.Field.Kind;

/**
 * One field of a question as the page shows it.
 *
 * @param values as they were typed: one for a text, three for a date
 * @param problem null when it is fine
 * @param options what can be chosen; for a council, those that were found too
 * @param found what the search for a council says; null before there was one
 */
public record AdultField(
        Kind kind,
        String name,
        String label,
        String hint,
        List<String> values,
        String problem,
        List<Option> options,
        String found,
        int rows) {

    /** @param id the first has the field's own, so that an error summary leads to it */
    public record Option(String id, String value, String label, boolean chosen) {}

    public String kindName() {
        return kind.name();
    }

    public String value() {
        return values.get(0);
    }

    /** A birthday is typed in digits; a day that comes may be a word, and needs the keyboard that has letters. */
    public boolean isNumeric() {
        return !name.equals("day");
    }

    public boolean isTicks() {
        return kind == Kind.TICKS;
    }
}
