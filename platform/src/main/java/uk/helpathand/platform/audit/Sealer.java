package uk.helpathand.platform.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import javax.sql.DataSource;

/**
 * Seals what transactions wrote that none running can still precede. A transaction that was open for long has a low number
 * and holds the seals back until it has ended, so its rows are sealed late and never skipped. Any number of replicas may
 * run it: one at a time does the work.
 */
@ApplicationScoped
public class Sealer {

    /** Rows of one seal, and of the transaction that wrote the last of them: far less than a statement's time-out. */
    private static final int MOST_ROWS = 5_000;

    /** The name of the advisory lock: "audit-se". */
    private static final long LOCK = 0x61756469742d7365L;

    private final DataSource dataSource;
    private final Clock clock;
    private final int mostRows;

    /** How it went. */
    enum Outcome {
        /** Rows were sealed; there may be more. */
        SEALED,
        /** There was nothing to seal. */
        NOTHING,
        /** There are rows, but a transaction still runs that may be before them. */
        WAITING,
        /** Another replica is at it. */
        ELSEWHERE
    }

    @Inject
    Sealer(DataSource dataSource, Clock clock) {
        this(dataSource, clock, MOST_ROWS);
    }

    Sealer(DataSource dataSource, Clock clock, int mostRows) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.mostRows = mostRows;
    }

    /** Seals all that can be sealed. Public for tests that seal by hand. */
    public void seal() throws SQLException {
        sealAll();
    }

    Outcome sealAll() throws SQLException {
        Outcome outcome = sealOnce();
        boolean any = outcome == Outcome.SEALED;
        while (outcome == Outcome.SEALED) {
            outcome = sealOnce();
        }
        return any ? Outcome.SEALED : outcome;
    }

    /** One seal, in a transaction of its own. */
    Outcome sealOnce() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Outcome outcome = sealOnce(connection);
                connection.commit();
                return outcome;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private Outcome sealOnce(Connection connection) throws SQLException {
        if (!lock(connection)) {
            return Outcome.ELSEWHERE;
        }
        Seal last = Seal.last(connection);
        // Asked before the rows are read: what has ended by now is seen by every later statement.
        long horizon = oldestRunning(connection);
        var hash = SealHash.after(last.hash());
        SealedRows.Read read = SealedRows.read(
                connection, last.beforeXact(), horizon, mostRows, (xact, canonical) -> hash.add(canonical));
        if (read.rows() == 0) {
            return anyFrom(connection, last.beforeXact()) ? Outcome.WAITING : Outcome.NOTHING;
        }
        var seal = new Seal(
                last.sequence() + 1,
                last.beforeXact(),
                read.before(),
                read.rows(),
                last.total() + read.rows(),
                null,
                clock.instant());
        seal.withHash(hash.of(seal)).insert(connection);
        return Outcome.SEALED;
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT pg_try_advisory_xact_lock(?)")) {
            query.setLong(1, LOCK);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static long oldestRunning(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("SELECT CAST(pg_snapshot_xmin(pg_current_snapshot()) AS text)")) {
            row.next();
            return Long.parseUnsignedLong(row.getString(1));
        }
    }

    private static boolean anyFrom(Connection connection, long xact) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM audit WHERE xact_id >= CAST(? AS xid8) LIMIT 1")) {
            query.setString(1, Long.toUnsignedString(xact));
            try (ResultSet row = query.executeQuery()) {
                return row.next();
            }
        }
    }
}
