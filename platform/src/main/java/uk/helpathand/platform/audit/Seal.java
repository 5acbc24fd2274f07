package uk.helpathand.platform.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * One link of the chain: the rows that the transactions of a range wrote.
 *
 * @param sequence from 1 without gaps
 * @param fromXact the first transaction of the range
 * @param beforeXact the first one after it
 * @param rows how many rows it took
 * @param total those of all seals before as well
 * @param hash SHA-256, see {@link SealHash}
 */
record Seal(long sequence, long fromXact, long beforeXact, long rows, long total, byte[] hash, Instant at) {

    /** What the first seal goes on from. */
    static final Seal NONE = new Seal(0, 0, 0, 0, 0, new byte[SealHash.BYTES], Instant.EPOCH);

    private static final String COLUMNS = "sequence, CAST(from_xact AS text), CAST(before_xact AS text), row_count,"
            + " total_count, hash, at FROM audit_seal";

    static Seal last(Connection connection) throws SQLException {
        List<Seal> last = read(connection, "SELECT " + COLUMNS + " ORDER BY sequence DESC LIMIT 1");
        return last.isEmpty() ? NONE : last.get(0);
    }

    /** In order, those behind a place in the chain. */
    static List<Seal> after(Connection connection, long sequence, int most) throws SQLException {
        return read(connection, "SELECT " + COLUMNS + " WHERE sequence > ? ORDER BY sequence LIMIT ?", sequence, most);
    }

    /** In any order; without those that are not there. */
    static List<Seal> withSequences(Connection connection, List<Long> sequences) throws SQLException {
        return read(
                connection,
                "SELECT " + COLUMNS + " WHERE sequence = ANY (?)",
                connection.createArrayOf("bigint", sequences.toArray()));
    }

    private static List<Seal> read(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                query.setObject(i + 1, values[i]);
            }
            List<Seal> seals = new ArrayList<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    seals.add(new Seal(
                            row.getLong(1),
                            Long.parseUnsignedLong(row.getString(2)),
                            Long.parseUnsignedLong(row.getString(3)),
                            row.getLong(4),
                            row.getLong(5),
                            row.getBytes(6),
                            row.getObject(7, OffsetDateTime.class).toInstant()));
                }
            }
            return seals;
        }
    }

    void insert(Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO audit_seal (sequence, from_xact, before_xact, row_count, total_count, hash, at)"
                        + " VALUES (?, CAST(? AS xid8), CAST(? AS xid8), ?, ?, ?, ?)")) {
            insert.setLong(1, sequence);
            insert.setString(2, Long.toUnsignedString(fromXact));
            insert.setString(3, Long.toUnsignedString(beforeXact));
            insert.setLong(4, rows);
            insert.setLong(5, total);
            insert.setBytes(6, hash);
            insert.setObject(7, at.atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        }
    }

    String head() {
        return HexFormat.of().formatHex(hash);
    }

    boolean hasHash(byte[] other) {
        return Arrays.equals(hash, other);
    }

    Seal withHash(byte[] computed) {
        return new Seal(sequence, fromXact, beforeXact, rows, total, computed, at);
    }
}
