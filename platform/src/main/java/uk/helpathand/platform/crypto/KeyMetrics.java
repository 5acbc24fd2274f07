package uk.helpathand.platform.crypto;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import uk.helpathand.platform.time.Jobs;

/** How many data keys each version wraps, read once a minute and never on a scrape. What is at 0 may leave the file. */
@Singleton
class KeyMetrics {

    /** A count without an end would grow slow with its table. */
    private static final long MOST = 100_000;

    private final MasterKeyStore store;
    private final DataSource dataSource;
    private final MeterRegistry registry;
    private final Map<Integer, AtomicLong> rows = new ConcurrentHashMap<>();

    @Inject
    KeyMetrics(MasterKeyStore store, DataSource dataSource, MeterRegistry registry) {
        this.store = store;
        this.dataSource = dataSource;
        this.registry = registry;
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("60s", this::read);
    }

    void read() throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            Set<Integer> versions = new TreeSet<>(store.versions());
            versions.addAll(KeyVersions.inUse(connection));
            versions.addAll(rows.keySet());
            for (int version : versions) {
                of(version).set(KeyVersions.count(connection, version, MOST));
            }
        }
    }

    private AtomicLong of(int version) {
        return rows.computeIfAbsent(version, unknown -> {
            var count = new AtomicLong();
            Gauge.builder("helpathand.keys.wrapped", count, AtomicLong::get)
                    .description("Data keys that this version of the master key wraps, at most 100,000 are counted")
                    .tag("version", Integer.toString(version))
                    .register(registry);
            return count;
        });
    }
}
