package uk.helpathand.casework.subjectaccess;

import uk.helpathand.casework.subjectaccess.Held.Row;

/**
 * Whose what a requester wrote is. A child's words in a request about that child alone are their own: they wrote them, whoever
 * they name. An adult's words, and those of a request about several children, may be about somebody else.
 */
final class Whose {

    private static final String CHILD = "child";

    private Whose() {}

    /** Who wrote, as a code of {@code who}: "you" to the child only where {@link #words} are their own. */
    static Object writer(Row row, String column) {
        return writer(row.get(column), words(row));
    }

    /** @param why as {@link #words} says it */
    static Object writer(Object code, String why) {
        return CHILD.equals(code) && why != null ? "one-of-several" : code;
    }

    /** @return why they may be somebody else's; null for the child's own. Needs {@code requester} and {@code children} of the enquiry */
    static String words(Row row) {
        if (!row.says("requester", CHILD)) {
            return Entry.ADULT;
        }
        return ((Number) row.get("children")).longValue() > 1 ? Entry.SEVERAL_CHILDREN : null;
    }
}
