package uk.helpathand.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;

/**
 * Which version wraps new data keys. A replica may have a key file that another has not yet, so a version is used for writing
 * only some time after the first replica saw it. When that was stands in the database, so that a restart does not begin the
 * wait anew.
 */
@ApplicationScoped
class KeyVersions {

    /** One probe of the index for each version, however many rows there are. */
    static final String IN_USE = """
            WITH RECURSIVE used (version) AS (
                SELECT min(master_version) FROM data_key
                UNION ALL
                SELECT (SELECT min(master_version) FROM data_key WHERE master_version > used.version)
                FROM used WHERE used.version IS NOT NULL)
            SELECT version FROM used WHERE version IS NOT NULL
            """;

    private static final String MEET =
            "INSERT INTO master_key_version (version, first_seen_at) VALUES (?, ?) ON CONFLICT DO NOTHING";

    private final MasterKeyStore store;
    private final DataSource dataSource;
    private final Clock clock;
    private final CryptoConfig config;
    private final Map<Integer, Instant> firstSeen = new ConcurrentHashMap<>();

    @Inject
    KeyVersions(MasterKeyStore store, DataSource dataSource, Clock clock, CryptoConfig config) {
        this.store = store;
        this.dataSource = dataSource;
        this.clock = clock;
        this.config = config;
    }

    /** Writes down versions that nobody has seen before, and learns when others saw the rest. */
    void meet() throws SQLException {
        if (firstSeen.keySet().containsAll(store.versions())) {
            return;
        }
        Instant now = clock.instant();
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(MEET)) {
                for (int version : store.versions()) {
                    insert.setInt(1, version);
                    insert.setObject(2, now.atOffset(ZoneOffset.UTC));
                    insert.executeUpdate();
                }
            }
            try (PreparedStatement select =
                            connection.prepareStatement("SELECT version, first_seen_at FROM master_key_version");
                    ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    firstSeen.put(
                            rows.getInt(1),
                            rows.getObject(2, java.time.OffsetDateTime.class).toInstant());
                }
            }
        }
    }

    /** The current one once every replica must have it; until then the latest that they have. */
    int forNewKeys() {
        int current = store.currentVersion();
        Collection<Integer> known = store.versions();
        Instant before = clock.instant().minus(config.grace());
        SortedSet<Integer> usable = new TreeSet<>(known);
        usable.removeIf(version -> firstSeen.getOrDefault(version, Instant.MAX).isAfter(before));
        if (usable.isEmpty()) {
            // The first start of all: what was seen first.
            Instant first = known.stream()
                    .map(version -> firstSeen.getOrDefault(version, Instant.MAX))
                    .min(Instant::compareTo)
                    .orElseThrow();
            known.stream()
                    .filter(version ->
                            firstSeen.getOrDefault(version, Instant.MAX).equals(first))
                    .forEach(usable::add);
        }
        return usable.contains(current) ? current : usable.last();
    }

    /** Versions with which at least one data key is wrapped, lowest first. */
    SortedSet<Integer> inUse() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return inUse(connection);
        }
    }

    static SortedSet<Integer> inUse(Connection connection) throws SQLException {
        var versions = new TreeSet<Integer>();
        try (PreparedStatement select = connection.prepareStatement(IN_USE);
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                versions.add(rows.getInt(1));
            }
        }
        return Collections.unmodifiableSortedSet(versions);
    }

    /** @param most where to stop counting */
    static long count(Connection connection, int version, long most) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT count(*) FROM (SELECT 1 FROM data_key WHERE master_version = ? LIMIT ?) counted")) {
            select.setInt(1, version);
            select.setLong(2, most);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
