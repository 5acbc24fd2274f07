package uk.helpathand.platform.problem;

import java.sql.SQLException;
import java.util.Arrays;

/** Failures within that are the caller's: what they sent is no text, or no form. */
final class Unreadable {

    /** SQLSTATE of PostgreSQL for what no text of its holds: U+0000. */
    private static final String NO_CHARACTER = "22021";

    /** The framework reads forms there, and lets its decoder's complaint through. */
    private static final String FORMS = "org.jboss.resteasy.reactive.server.core.multipart.";

    private Unreadable() {}

    static boolean isText(Throwable failure) {
        return failure instanceof SQLException sql && NO_CHARACTER.equals(sql.getSQLState());
    }

    static boolean isForm(Throwable failure) {
        return failure instanceof IllegalArgumentException
                && Arrays.stream(failure.getStackTrace())
                        .anyMatch(place -> place.getClassName().startsWith(FORMS));
    }
}
