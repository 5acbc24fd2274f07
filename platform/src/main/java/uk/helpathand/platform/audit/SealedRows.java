package uk.helpathand.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Rows of the audit in the order of the chain, each in its canonical form: every column, as a text behind its length in
 * bytes, so that no two rows are written alike. PostgreSQL writes it, and any other client can have it write the same.
 */
final class SealedRows {

    /** All columns of a row, in the order of the table. */
    static final String CANONICAL = "'R'"
            + piece("id::text")
            + piece("to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
            + piece("actor")
            + list("actor_roles")
            + piece("action")
            + piece("outcome")
            + piece("subject_kind")
            + list("subject_ids::text[]")
            + piece("reason")
            + piece("xact_id::text");

    /** Another name for the first column: by its own the rows would be sorted as texts. */
    static final String SELECT = "SELECT CAST(xact_id AS text) AS xact, " + CANONICAL + " FROM audit"
            + " WHERE xact_id >= CAST(? AS xid8) AND xact_id < CAST(? AS xid8) ORDER BY xact_id, at, id";

    /**
     * For the length of the transaction. Months that are empty yet are read fastest without their index, and with one of
     * them in the plan everything would be gathered and sorted.
     */
    static final String BY_INDEX_IN_ORDER = """
            SELECT set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true),
                set_config('enable_sort', 'off', true)
            """;

    private static final int FETCHED_AT_ONCE = 1_000;

    private SealedRows() {}

    /** What is done with one row. */
    interface Reader {
        void read(long xact, String canonical) throws SQLException;
    }

    /**
     * How far a reading went.
     *
     * @param before the first transaction that was not read
     */
    record Read(long rows, long before) {}

    /** All rows of transactions from the first to before the last. Within a transaction: they are fetched in portions. */
    static void read(Connection connection, long from, long before, Reader reader) throws SQLException {
        read(connection, from, before, Long.MAX_VALUE, reader);
    }

    /** @param most after so many rows it ends with the transaction that wrote the last of them */
    static Read read(Connection connection, long from, long before, long most, Reader reader) throws SQLException {
        try (PreparedStatement byIndex = connection.prepareStatement(BY_INDEX_IN_ORDER);
                PreparedStatement query = connection.prepareStatement(SELECT)) {
            byIndex.execute();
            query.setString(1, Long.toUnsignedString(from));
            query.setString(2, Long.toUnsignedString(before));
            query.setFetchSize(FETCHED_AT_ONCE);
            long count = 0;
            long last = from;
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    long xact = Long.parseUnsignedLong(rows.getString(1));
                    if (count >= most && xact != last) {
                        return new Read(count, xact);
                    }
                    last = xact;
                    count++;
                    reader.read(xact, String.valueOf(rows.getString(2)));
                }
            }
            return new Read(count, before);
        }
    }

    private static String piece(String value) {
        return " || coalesce(octet_length(%1$s)::text || ':' || %1$s, '-')".formatted(value);
    }

    private static String list(String array) {
        return (" || cardinality(%1$s)::text || '['::text || coalesce((SELECT string_agg(coalesce(octet_length(x)::text"
                        + " || ':' || x, '-'), '' ORDER BY n) FROM unnest(%1$s) WITH ORDINALITY AS u(x, n)), '')"
                        + " || ']'::text")
                .formatted(array);
    }
}
