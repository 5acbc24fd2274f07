package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real server, without the services: they are in the journey. */
class BackupTest {

    @TempDir
    Path folder;

    private StackConfig config;
    private Postgres postgres;
    private Path backup;
    private Path keys;

    @BeforeEach
    void start() throws SQLException {
        config = stack("first");
        postgres = new Postgres(config, new Secrets(config.keys()));
        postgres.start();
        backup = folder.resolve("backup");
        keys = folder.resolve("keys");
        try (var connection = postgres.superuser("contact")) {
            execute(connection, "CREATE TABLE kept (n bigint PRIMARY KEY)");
        }
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void what_was_committed_before_the_backup_point_is_in_it_while_writing_went_on() throws Exception {
        var acknowledged = new AtomicLong();
        var atPoint = new AtomicLong();
        var writing = new AtomicBoolean(true);
        var begun = new CountDownLatch(200);
        var writer = CompletableFuture.runAsync(() -> write(writing, acknowledged, begun));
        begun.await();

        long before = acknowledged.get();
        take();
        atPoint.set(acknowledged.get());
        writing.set(false);
        writer.join();

        long restored = restoredRows();
        assertThat(restored).isBetween(before, acknowledged.get());
        assertThat(atPoint.get()).as("it wrote during the backup").isGreaterThan(before);
    }

    @Test
    void a_backup_that_was_changed_by_one_byte_is_refused() throws IOException {
        take();
        Path file = backup.resolve("postgres/PG_VERSION");
        Files.writeString(file, "16\n");

        assertThatThrownBy(() -> Restore.into(stack("second"), backup, keys, false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("damaged")
                .hasMessageContaining("PG_VERSION");
    }

    @Test
    void a_backup_that_was_cut_short_is_none() throws IOException {
        take();
        Files.delete(backup.resolve("SHA256SUMS"));

        assertThatThrownBy(() -> Restore.into(stack("second"), backup, keys, false))
                .hasMessageContaining("no finished backup");
    }

    @Test
    void nothing_is_overwritten_neither_a_backup_nor_data_nor_keys() throws IOException {
        take();
        assertThatThrownBy(this::take).hasMessageContaining("is there already");
        assertThatThrownBy(() -> Restore.into(config, backup, keys, false)).hasMessageContaining("runs on");
        postgres.stop();
        assertThatThrownBy(() -> Restore.into(config, backup, keys, false)).hasMessageContaining("--replace");
        Files.writeString(keys.resolve("postgres.password"), "another");
        assertThatThrownBy(() -> new Backup(config).copyKeys(keys)).hasMessageContaining("other keys");
    }

    @Test
    void what_is_replaced_is_moved_aside() throws IOException {
        take();
        postgres.stop();

        Restore.into(config, backup, keys, true);

        try (var folders = Files.list(config.data())) {
            assertThat(folders.map(path -> path.getFileName().toString()))
                    .contains("postgres")
                    .anyMatch(name -> name.startsWith("postgres.before-"));
        }
        postgres.start();
    }

    @Test
    void without_the_keys_it_is_not_restored() {
        take();

        assertThatThrownBy(() -> Restore.into(stack("second"), backup, null, false))
                .hasMessageContaining("cannot be read");
    }

    @Test
    void a_server_that_does_not_run_is_not_copied() {
        postgres.stop();

        assertThatThrownBy(this::take).hasMessageContaining("does not run");
        assertThat(backup).doesNotExist();
    }

    private Instant take() {
        var taker = new Backup(config);
        taker.copyKeys(keys);
        return taker.take(backup);
    }

    private long restoredRows() throws SQLException {
        var fresh = stack("second");
        Restore.into(fresh, backup, keys, false);
        var restored = new Postgres(fresh, new Secrets(fresh.keys()));
        restored.start();
        try (var connection = restored.superuser("contact");
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT count(*), coalesce(max(n), 0) FROM kept")) {
            rows.next();
            assertThat(rows.getLong(1)).as("no gap").isEqualTo(rows.getLong(2));
            return rows.getLong(1);
        } finally {
            restored.stop();
        }
    }

    private void write(AtomicBoolean writing, AtomicLong acknowledged, CountDownLatch begun) {
        try (var connection = postgres.superuser("contact");
                var insert = connection.prepareStatement("INSERT INTO kept VALUES (?)")) {
            for (long n = 1; writing.get(); n++) {
                insert.setLong(1, n);
                insert.executeUpdate();
                acknowledged.set(n);
                begun.countDown();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private StackConfig stack(String name) {
        var repository = Path.of(System.getProperty("maven.multiModuleProjectDirectory"));
        return StackConfig.forTest(repository, folder.resolve(name));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
