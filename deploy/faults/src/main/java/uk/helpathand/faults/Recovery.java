package uk.helpathand.faults;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.people.Eventually;

/** How long it takes after a fault until everything has gone through. */
final class Recovery {

    static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Site site;
    private final Journal journal;

    Recovery(Site site, Journal journal) {
        this.site = site;
        this.journal = journal;
    }

    /**
     * Returns once a child's new message, and all that was acknowledged before, is in both databases.
     *
     * @throws AssertionError when that does not come about in time
     */
    Duration await(int trial) {
        var began = System.nanoTime();
        var acknowledged = journal.sent().stream()
                .filter(Sent::acknowledged)
                .map(Sent::text)
                .toList();
        var probe = journal.begin(trial, "child");
        Eventually.holds("a child's message is taken", PATIENCE, () -> isTaken(probe));
        Eventually.holds(
                "what was acknowledged has arrived",
                PATIENCE,
                () -> hasArrived(acknowledged)
                        && hasArrived(List.of(probe.first().text())));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Nothing is owed by either side. A parked row is owed for ever, and found as such. */
    void awaitQuiet() {
        Eventually.holds("nothing is owed", PATIENCE, () -> owed("contact") + owed("casework") == 0);
    }

    private long owed(String database) {
        return site.count(database, "SELECT count(*) FROM outbox");
    }

    private boolean isTaken(Talk probe) {
        try {
            var phone = site.child();
            var form = phone.askForm(Map.of("happening", probe.first().text()));
            if (phone.post("/ask", form).status() != 303) {
                return false;
            }
            probe.first().acknowledge();
            return true;
        } catch (UncheckedIOException | AssertionError e) {
            return false;
        }
    }

    private boolean hasArrived(List<String> texts) {
        try {
            var ids = site.ask("casework", connection -> ids(connection, texts));
            return ids.length >= texts.size()
                    && site.ask("contact", connection -> count(connection, ids)) >= texts.size();
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static UUID[] ids(Connection connection, List<String> texts) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT array_agg(id) FROM message WHERE text = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getArray(1) == null
                        ? new UUID[0]
                        : (UUID[]) rows.getArray(1).getArray();
            }
        }
    }

    private static long count(Connection connection, UUID[] ids) throws SQLException {
        try (var statement = connection.prepareStatement("SELECT count(*) FROM message WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }
}
