package uk.helpathand.faults;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.helpathand.people.ChildPhone;
import uk.helpathand.people.Eventually;

/** How long it takes after each fault of a round until a child is served again, and until everything has gone through. */
final class Recovery {

    static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Site site;
    private final Journal journal;

    /** Of the round, and not seen on both sides yet: the only ones that are looked for. */
    private final List<Sent> open = new ArrayList<>();

    private int place;

    Recovery(Site site, Journal journal) {
        this.site = site;
        this.journal = journal;
        this.place = journal.length();
    }

    /**
     * Returns once a child's new message, and all that was acknowledged before, is in both databases.
     *
     * @throws AssertionError when that does not come about in time
     */
    Duration await() {
        var began = System.nanoTime();
        var awaited = acknowledged();
        awaited.add(served());
        Eventually.holds("what was acknowledged has arrived", PATIENCE, () -> look(awaited));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /**
     * Returns once a child's new message is taken, whatever is still on its way.
     *
     * @throws AssertionError when that does not come about in time
     */
    Duration awaitService() {
        var began = System.nanoTime();
        var awaited = acknowledged();
        served();
        var recovery = Duration.ofNanos(System.nanoTime() - began);
        // Not to wait for it: what has arrived by now is owed its place in the order.
        look(awaited);
        return recovery;
    }

    /** All of the round that was acknowledged by now and has not been seen on both sides. */
    private Set<String> acknowledged() {
        var newer = journal.sentFrom(place);
        place += newer.size();
        open.addAll(newer);
        return open.stream().filter(Sent::acknowledged).map(Sent::text).collect(Collectors.toSet());
    }

    /** The text of a child's new message that was taken. */
    private String served() {
        var probe = new Probe(site.child(), journal.begin("child"));
        Eventually.holds("a child's message is taken", PATIENCE, probe::isTaken);
        return probe.talk.first().text();
    }

    private boolean look(Set<String> awaited) {
        var arrived = arrived(awaited);
        awaited.removeAll(arrived);
        var now = Instant.now();
        open.removeIf(message -> isThere(message, arrived, now));
        return awaited.isEmpty();
    }

    private static boolean isThere(Sent message, Set<String> arrived, Instant now) {
        var there = arrived.contains(message.text());
        if (there) {
            message.keptSince(now);
        }
        return there;
    }

    /** One message, sent until it is taken: as a page that could not answer asks for, always by the same form. */
    private static final class Probe {

        private final ChildPhone phone;
        private final Talk talk;
        private Map<String, Object> form;

        Probe(ChildPhone phone, Talk talk) {
            this.phone = phone;
            this.talk = talk;
        }

        boolean isTaken() {
            try {
                if (form == null) {
                    form = phone.askForm(Map.of("happening", talk.first().text()));
                }
                if (phone.post("/ask", form).status() != 303) {
                    return false;
                }
                talk.first().acknowledge();
                return true;
            } catch (UncheckedIOException | AssertionError e) {
                return false;
            }
        }
    }

    /** Those of them that are in both databases, under one id. */
    private Set<String> arrived(Set<String> texts) {
        try {
            var inCasework = site.ask("casework", connection -> texts(connection, texts));
            var inContact = site.ask("contact", connection -> known(connection, inCasework.keySet()));
            inCasework.keySet().retainAll(inContact);
            return Set.copyOf(inCasework.values());
        } catch (IllegalStateException e) {
            return Set.of();
        }
    }

    private static Map<UUID, String> texts(Connection connection, Collection<String> texts) throws SQLException {
        var found = new HashMap<UUID, String>();
        try (var statement = connection.prepareStatement("SELECT id, text FROM message WHERE text = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("text", texts.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(id(rows), rows.getString(2));
                }
            }
        }
        return found;
    }

    private static Set<UUID> known(Connection connection, Collection<UUID> ids) throws SQLException {
        var found = new HashSet<UUID>();
        try (var statement = connection.prepareStatement("SELECT id FROM message WHERE id = ANY (?)")) {
            statement.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(id(rows));
                }
            }
        }
        return found;
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject(1, UUID.class);
    }
}
