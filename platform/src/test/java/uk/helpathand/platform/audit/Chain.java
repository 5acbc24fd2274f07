package uk.helpathand.platform.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.postgresql.ds.PGSimpleDataSource;
import uk.helpathand.api.AuditFinding;
import uk.helpathand.api.AuditVerificationView;
import uk.helpathand.platform.fixture.TestDatabase;

/** A sealer with anchors in a file of the test's own, beside whatever the application does. */
final class Chain {

    final Sealer sealer;
    final Anchors anchors;
    final FileAnchors store;
    private final Clock clock;

    Chain(Path file, Clock clock) {
        this(file, clock, 5_000);
    }

    Chain(Path file, Clock clock, int mostRows) {
        this.clock = clock;
        store = new FileAnchors(file);
        sealer = new Sealer(database(), clock, mostRows);
        anchors = new Anchors(database(), store, Duration.ofSeconds(20), clock);
    }

    /** As the app role. */
    static PGSimpleDataSource database() {
        var source = new PGSimpleDataSource();
        source.setUrl(TestDatabase.url());
        source.setUser("app");
        source.setPassword("app");
        return source;
    }

    /** Rows of one transaction, each a little different. */
    static void write(int rows) {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "app", "app");
                var statement = connection.createStatement()) {
            statement.execute(insert(rows));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static String insert(int rows) {
        return """
                INSERT INTO audit (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids, reason)
                SELECT gen_random_uuid(), clock_timestamp(), 'ad\u00e4 ' || n, ARRAY['adviser', 'l\u2603ad'], 'thing.read', 'done',
                    'thing', CASE WHEN n %% 2 = 0 THEN ARRAY[gen_random_uuid(), gen_random_uuid()] ELSE '{}' END,
                    CASE WHEN n %% 3 = 0 THEN 'because: 3:abc' END
                FROM generate_series(1, %d) n
                """.formatted(rows);
    }

    /** One round of the job. */
    Sealer.Outcome round() {
        try {
            Sealer.Outcome outcome = sealer.sealAll();
            anchors.anchor(outcome == Sealer.Outcome.WAITING);
            return outcome;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** So many seals of three rows each, each anchored. */
    void rounds(int seals) {
        for (int i = 0; i < seals; i++) {
            write(3);
            roundThatSeals();
        }
    }

    /** PostgreSQL has transactions of its own now and then, which end soon. */
    void roundThatSeals() {
        for (int i = 0; i < 1_000; i++) {
            if (round() == Sealer.Outcome.SEALED) {
                return;
            }
            pause();
        }
        throw new AssertionError("something holds the seals back");
    }

    /** Seals until there is nothing left. */
    void sealRest() throws SQLException {
        for (int i = 0; i < 1_000; i++) {
            if (sealer.sealAll() == Sealer.Outcome.NOTHING) {
                return;
            }
            pause();
        }
        throw new AssertionError("something holds the seals back");
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    AuditVerificationView verify() {
        try {
            return new Verification(database()::getConnection, store, clock).run();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Kind and seal of each finding. */
    List<String> findings() {
        return verify().findings().stream().map(Chain::words).toList();
    }

    private static String words(AuditFinding finding) {
        return finding.kind().wire() + " " + finding.sequence();
    }
}
