package uk.helpathand.platform.web;

import java.util.List;
import java.util.function.ToIntFunction;

/** How much one answer holds. */
public final class Room {

    private Room() {}

    /**
     * How many of the rows, from the first on, have no more bytes than that together; one at least, where there is one: its own length is
     * bounded elsewhere.
     */
    public static <R> int fitting(List<R> rows, ToIntFunction<R> bytesOf, int mostBytes) {
        int bytes = 0;
        for (int count = 0; count < rows.size(); count++) {
            bytes += bytesOf.applyAsInt(rows.get(count));
            if (bytes > mostBytes && count > 0) {
                return count;
            }
        }
        return rows.size();
    }
}
