package uk.helpathand.platform.audit;

import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Tells the outside what the chain looks like now. Never back: while the database knows less than the newest anchor, or other
 * things, nothing is told, and the age of that anchor raises the alarm.
 */
@ApplicationScoped
public class Anchors {

    private final DataSource dataSource;
    private final AnchorStore store;
    private final Duration atLeastEvery;
    private final Clock clock;
    private volatile boolean contradicted;

    @Inject
    Anchors(DataSource dataSource, AuditConfig config, Clock clock) {
        this(dataSource, config.anchorFile().map(FileAnchors::new).orElse(null), config.anchorAtLeastEvery(), clock);
    }

    /** @param store null where there is none */
    Anchors(DataSource dataSource, AnchorStore store, Duration atLeastEvery, Clock clock) {
        this.dataSource = dataSource;
        this.store = store;
        this.atLeastEvery = atLeastEvery;
        this.clock = clock;
    }

    AnchorStore store() {
        return store;
    }

    /** When the newest was made; empty where there is none. */
    public Optional<Instant> newest() throws IOException {
        return latest().map(Anchor::at);
    }

    private Optional<Anchor> latest() throws IOException {
        if (store == null) {
            return Optional.empty();
        }
        Optional<AnchorStore.Kept> kept = store.latest();
        Optional<Anchor> anchor = kept.flatMap(Anchor::parse);
        if (kept.isPresent() && anchor.isEmpty()) {
            throw new IOException("the newest anchor cannot be read");
        }
        return anchor;
    }

    /**
     * After a round of the sealer. Public for tests that seal by hand.
     *
     * @param waiting rows are there that could not be sealed: without a new seal nothing is said, and it is found out why
     */
    public void anchor(boolean waiting) throws IOException, SQLException {
        if (store == null) {
            return;
        }
        Optional<Anchor> newest = latest();
        Seal last;
        try (Connection connection = dataSource.getConnection()) {
            last = Seal.last(connection);
            if (newest.isPresent() && contradicts(connection, newest.get())) {
                return;
            }
        }
        Instant now = clock.instant();
        if (newest.isPresent() && newest.get().isOf(last)) {
            boolean fresh = newest.get().at().plus(atLeastEvery).isAfter(now);
            if (fresh || waiting) {
                return;
            }
        }
        Anchor next = Anchor.of(newest.map(Anchor::number).orElse(0L) + 1, last, now);
        // False: another replica was first, and has told as much.
        store.put(next.name(), next.content());
    }

    private boolean contradicts(Connection connection, Anchor newest) throws SQLException {
        List<Seal> same = newest.sequence() == 0
                ? List.of(Seal.NONE)
                : Seal.withSequences(connection, List.of(newest.sequence()));
        boolean contradicts = same.isEmpty() || !newest.isOf(same.get(0));
        if (contradicts && !contradicted) {
            Log.errorf("audit: the newest anchor, of seal %d, is not what the database says", newest.sequence());
        }
        contradicted = contradicts;
        return contradicts;
    }
}
