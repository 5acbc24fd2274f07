package uk.helpathand.faults;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Whether contact-service keeps what it says: a text whose call was answered as kept is in the database at that moment. Later
 * that cannot be seen any more, because the sweep brings what is missing.
 */
final class Promises {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final Site site;
    private final Journal journal;

    Promises(Site site, Journal journal) {
        this.site = site;
        this.journal = journal;
    }

    /** Looks again and again, until it is interrupted. */
    void watch() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                look();
            } catch (IllegalStateException e) {
                // The database is away: what nobody could look at is looked at next time.
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /**
     * Marks texts of this round that were answered as kept: as kept, or as missing.
     *
     * @throws IllegalStateException when the database does not answer
     */
    synchronized void look() {
        var answered = site.providers().answered();
        Map<String, Sent> open = journal.sentInRound().stream()
                .filter(message -> !message.isKept() && !message.missing())
                .filter(message ->
                        message.providerId().filter(answered::containsKey).isPresent())
                .collect(Collectors.toMap(message -> message.providerId().orElseThrow(), Function.identity()));
        if (open.isEmpty()) {
            return;
        }
        var stored = site.ask("contact", connection -> stored(connection, open.keySet()));
        open.forEach((id, message) -> {
            if (stored.contains(id)) {
                message.keptSince(answered.get(id));
            } else {
                message.miss();
            }
        });
    }

    private static Set<String> stored(Connection connection, Collection<String> ids) throws SQLException {
        var stored = new HashSet<String>();
        try (var statement = connection.prepareStatement(
                "SELECT provider_id FROM provider_event WHERE kind = 'message' AND provider_id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    stored.add(rows.getString(1));
                }
            }
        }
        return stored;
    }
}
