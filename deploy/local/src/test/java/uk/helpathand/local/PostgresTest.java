package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real server: it must keep what was committed, however it ends. */
class PostgresTest {

    @TempDir
    Path folder;

    private StackConfig config;
    private Secrets secrets;
    private Postgres postgres;

    @BeforeEach
    void start() {
        var repository = Path.of(System.getProperty("maven.multiModuleProjectDirectory"));
        config = StackConfig.forTest(repository, folder.resolve("with a space"));
        secrets = new Secrets(config.keys());
        postgres = new Postgres(config, secrets);
        postgres.start();
    }

    @AfterEach
    void stop() {
        postgres.stop();
    }

    @Test
    void it_is_durable_and_asks_for_passwords() throws SQLException {
        try (var connection = postgres.superuser("postgres")) {
            PostgresSetup.assertDurable(connection);
            assertThat(PostgresSetup.show(connection, "log_error_verbosity")).isEqualTo("terse");
            assertThat(PostgresSetup.show(connection, "log_min_error_statement"))
                    .isEqualTo("panic");
            assertThat(PostgresSetup.show(connection, "listen_addresses")).isEqualTo("127.0.0.1");
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> DriverManager.getConnection(postgres.url("postgres"), "postgres", "guess"))
                .withMessageContaining("password authentication failed");
    }

    @Test
    void the_app_role_makes_no_tables_and_sees_no_other_database() throws SQLException {
        try (var owner = connect("contact", "contact_owner")) {
            execute(owner, "create table kept (id int primary key)");
        }
        try (var app = connect("contact", "contact_app")) {
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> execute(app, "create table sneaked (id int)"))
                    .withMessageContaining("permission denied");
        }
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> connect("casework", "contact_app"))
                .withMessageContaining("permission denied");
    }

    @Test
    void what_was_committed_survives_kill_and_start() throws SQLException {
        try (var owner = connect("contact", "contact_owner")) {
            execute(owner, "create table kept (id int primary key)");
            execute(owner, "insert into kept values (42)");
        }

        postgres.kill();
        eventuallyDead();
        postgres.start();

        assertThat(kept()).isEqualTo(42);
    }

    @Test
    void a_postmaster_left_by_another_supervisor_is_stopped_and_nothing_is_lost() throws SQLException {
        try (var owner = connect("contact", "contact_owner")) {
            execute(owner, "create table kept (id int primary key)");
            execute(owner, "insert into kept values (42)");
        }
        var next = new Postgres(config, secrets);

        assertThat(next.endLeftOver()).isTrue();
        assertThat(postgres.alive()).isFalse();

        postgres.start();
        assertThat(kept()).isEqualTo(42);
    }

    @Test
    void a_first_start_that_was_cut_short_begins_again() throws Exception {
        postgres.stop();
        Files.writeString(config.data().resolve("postgres.initialising"), "");
        Files.delete(config.data().resolve("postgres/global/pg_control"));

        postgres.start();

        assertThat(postgres.alive()).isTrue();
        assertThat(config.data().resolve("postgres.initialising")).doesNotExist();
    }

    @Test
    void data_whose_passwords_are_gone_is_left_alone_and_said_so() throws Exception {
        postgres.stop();
        Files.delete(secrets.file("postgres"));

        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(postgres::start)
                .withMessageContaining("passwords")
                .withMessageContaining("--fresh");
        assertThat(config.data().resolve("postgres/PG_VERSION")).exists();
    }

    private int kept() throws SQLException {
        try (var owner = connect("contact", "contact_owner");
                var statement = owner.createStatement();
                var result = statement.executeQuery("select id from kept")) {
            result.next();
            return result.getInt(1);
        }
    }

    private Connection connect(String database, String role) throws SQLException {
        return DriverManager.getConnection(postgres.url(database), role, secrets.password(role));
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void eventuallyDead() {
        var end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (postgres.alive() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(postgres.alive()).isFalse();
    }
}
