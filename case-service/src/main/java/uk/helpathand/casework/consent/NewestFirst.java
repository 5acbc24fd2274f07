package uk.helpathand.casework.consent;

import java.time.Instant;
import java.util.UUID;
import uk.helpathand.platform.web.Cursor;

/** Places in lists that begin with the newest. */
final class NewestFirst {

    private static final Cursor.At BEGINNING = new Cursor.At(Instant.parse("9999-12-31T23:59:59Z"), new UUID(-1, -1));

    private NewestFirst() {}

    /** Null is the place before the newest. */
    static Cursor.At parse(String after) {
        return after == null ? BEGINNING : Cursor.parseAt(after);
    }
}
