package uk.helpathand.platform.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import uk.helpathand.api.Page;
import uk.helpathand.api.problem.ProblemType;

/** Keyset cursors: opaque to callers, the sort key of a page's last row to us. */
public final class Cursor {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** What a timestamptz can hold, by far. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private Cursor() {}

    /** A place in a list that is sorted by time, then id. */
    public record At(Instant at, UUID id) {
        public String encode() {
            return Cursor.encode(at.toString(), id.toString());
        }
    }

    /** Null is the place before everything. */
    public static At parseAt(String after) {
        if (after == null) {
            return new At(Instant.EPOCH, BEFORE_ALL);
        }
        String[] parts = decode(after, 2);
        try {
            return new At(instant(parts[0]), UUID.fromString(parts[1]));
        } catch (IllegalArgumentException e) {
            throw malformed();
        }
    }

    /** Of a cursor's part; refused where the database could not hold it. */
    public static Instant instant(String part) {
        try {
            Instant at = Instant.parse(part);
            if (!at.isBefore(Instant.EPOCH) && !at.isAfter(LATEST)) {
                return at;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw malformed();
    }

    public static String encode(String... parts) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join("|", parts).getBytes(StandardCharsets.UTF_8));
    }

    public static String[] decode(String cursor, int parts) {
        try {
            String[] decoded =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|", -1);
            if (decoded.length == parts) {
                return decoded;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw malformed();
    }

    public static RuntimeException malformed() {
        return ProblemType.MALFORMED_REQUEST.exception("'after' is not a cursor of this list");
    }

    /**
     * @param rows one more than {@code limit} when there is a further page
     * @param cursorOf the place of a row
     */
    public static <R, V> Page<V> page(List<R> rows, int limit, Function<R, V> view, Function<R, String> cursorOf) {
        boolean more = rows.size() > limit;
        List<R> shown = more ? rows.subList(0, limit) : rows;
        return new Page<>(shown.stream().map(view).toList(), more ? cursorOf.apply(shown.get(limit - 1)) : null);
    }
}
