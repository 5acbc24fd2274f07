package uk.helpathand.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.database.DatabaseCheck;
import uk.helpathand.platform.fixture.QueryPlan;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Ids;

/** A version is not retired while rows need it. */
@QuarkusTest
class KeysCheckTest extends HttpTest {

    @TempDir
    Path folder;

    @Inject
    DataSource dataSource;

    @Inject
    KeyMetrics keyMetrics;

    private Replica replica;

    @BeforeEach
    void three_subjects() throws Exception {
        replica = new Replica(folder.resolve("keys"), 1, dataSource, Clock.systemUTC(), Duration.ZERO);
        replica.versions.meet();
        for (int i = 0; i < 3; i++) {
            QuarkusTransaction.requiringNew().run(() -> replica.dataKeys.create(SubjectKind.CHILD, Ids.next()));
        }
    }

    @Test
    void the_service_does_not_start_without_a_version_that_is_in_use_and_says_which() throws Exception {
        replica.hasFile(2, 2);
        var store = new FileMasterKeyStore(folder.resolve("keys"), false, false);

        assertThatThrownBy(() -> new KeysCheck(store, replica.versions, dataSource).check())
                .hasMessageContaining("master.1 (3 data keys)");

        replica.hasFile(1, 2);
        new KeysCheck(new FileMasterKeyStore(folder.resolve("keys"), false, false), replica.versions, dataSource)
                .check();
    }

    @Test
    void that_is_asked_at_the_start_after_the_database_was_looked_at() {
        assertThat(KeysCheck.class.getAnnotation(Startup.class).value())
                .isGreaterThan(DatabaseCheck.class.getAnnotation(Startup.class).value());
    }

    @Test
    void the_command_tells_versions_and_counts_and_what_may_go() throws Exception {
        replica.hasFile(1, 3);
        assertThat(status(0))
                .containsExactly(
                        "master.1: 3 data keys, needed",
                        "master.2: 0 data keys, may be taken out of the file",
                        "master.3: 0 data keys, current");

        replica.rotation.turn();
        assertThat(status(0))
                .containsExactly(
                        "master.1: 0 data keys, may be taken out of the file",
                        "master.2: 0 data keys, may be taken out of the file",
                        "master.3: 3 data keys, current");

        replica.hasFile(4, 4);
        assertThat(status(1))
                .containsExactly(
                        "master.3: 3 data keys, MISSING from the key file: put it back, the service refuses to start",
                        "master.4: 0 data keys, current");
    }

    private List<String> status(int expected) throws Exception {
        var out = new ByteArrayOutputStream();
        try (var connection = dataSource.getConnection()) {
            assertThat(KeyStatus.run(folder.resolve("keys"), connection, new PrintStream(out)))
                    .isEqualTo(expected);
        }
        return out.toString().lines().toList();
    }

    @Test
    void a_metric_counts_the_rows_of_each_version() throws Exception {
        replica.hasFile(1, 2);
        keyMetrics.read();
        assertThat(metrics()).containsPattern(wrapped(1, 3));

        replica.rotation.turn();
        keyMetrics.read();

        assertThat(metrics()).containsPattern(wrapped(1, 0)).containsPattern(wrapped(2, 3));
    }

    private static Pattern wrapped(int version, int rows) {
        return Pattern.compile("helpathand_keys_wrapped\\{version=\"" + version + "\",?} " + rows + "\\.0");
    }

    @Test
    void old_versions_are_found_from_an_index_among_very_many_rows() {
        TestDatabase.fill("""
                INSERT INTO data_key (subject_kind, subject_id, wrapped_key, master_version, created_at)
                SELECT 'enquiry', gen_random_uuid(), 'x', CASE n WHEN 7 THEN 2 ELSE 3 END, now()
                FROM generate_series(1, 50000) n
                """);

        for (String sql : List.of(KeyVersions.IN_USE, KeyRotation.BATCH)) {
            assertThat(QueryPlan.forAnyValues(sql).text())
                    .contains("ix_data_key_master_version")
                    .doesNotContain("Seq Scan", "Sort");
        }
    }
}
