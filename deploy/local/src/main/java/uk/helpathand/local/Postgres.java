package uk.helpathand.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real PostgreSQL, durable, with passwords, on data that stays. The library that brings it was made for tests: what
 * it relaxes (fsync, synchronous commit, trust in everyone) is switched back here and asserted.
 */
final class Postgres implements RunningPart {

    private static final String SUPERUSER = "postgres";
    private static final Duration START = Duration.ofSeconds(60);

    /** Durable; and nothing of a row in the log, whatever goes wrong. */
    private static final Map<String, String> SETTINGS = Map.of(
            "fsync", "on",
            "full_page_writes", "on",
            "synchronous_commit", "on",
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "100",
            "log_error_verbosity", "terse",
            "log_min_error_statement", "panic",
            "log_min_messages", "warning");

    private final StackConfig config;
    private final Secrets secrets;
    private final Path data;
    private final Path initialising;
    private EmbeddedPostgres server;
    private volatile boolean closed;
    private volatile Thread starting;

    Postgres(StackConfig config, Secrets secrets) {
        this.config = config;
        this.secrets = secrets;
        this.data = config.data().resolve("postgres");
        this.initialising = config.data().resolve("postgres.initialising");
    }

    @Override
    public synchronized void start() {
        if (closed) {
            throw Trouble.failed("Stopping.");
        }
        release();
        endLeftOver();
        starting = Thread.currentThread();
        try {
            makeReadyForInitdb();
            server = launch();
            try (var connection = superuser(SUPERUSER)) {
                PostgresSetup.assertDurable(connection);
                PostgresSetup.rolesAndDatabases(connection, secrets);
            }
            Files.deleteIfExists(initialising);
        } catch (IOException | SQLException | RuntimeException e) {
            throw e instanceof Trouble trouble
                    ? trouble
                    : Trouble.failed(
                            "PostgreSQL did not start: %s. See %s".formatted(rootMessage(e), config.log(Part.POSTGRES)),
                            e);
        }
    }

    @Override
    public boolean alive() {
        return postmaster().isPresent();
    }

    @Override
    public synchronized void stop() {
        release();
        endLeftOver();
    }

    @Override
    public void close() {
        closed = true;
        var waiting = starting;
        if (waiting != null) {
            // Ctrl-C reached the library's own helpers too; it would wait for them in vain.
            waiting.interrupt();
        }
        stop();
    }

    @Override
    public void kill() {
        postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }

    @Override
    public void signal(String name) {
        postmaster().ifPresent(postmaster -> PidFile.signal(family(postmaster), name));
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + config.ports().postgres() + "/" + database;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), SUPERUSER, secrets.password(SUPERUSER));
    }

    /** Stops a postmaster that outlived its supervisor. Returns whether there was one. */
    boolean endLeftOver() {
        var left = postmaster();
        left.ifPresent(Postgres::end);
        try {
            // A stale file whose number now belongs to another program would make PostgreSQL refuse to start.
            Files.deleteIfExists(pidFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return left.isPresent();
    }

    private EmbeddedPostgres launch() throws IOException {
        var log = Redirect.appendTo(config.log(Part.POSTGRES).toFile());
        var builder = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(config.postgresBinaries().toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(config.ports().postgres())
                .setPGStartupWait(START)
                .setConnectConfig("password", secrets.password(SUPERUSER))
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                // These become options of initdb: passwords from the first moment, and one collation everywhere.
                .setLocaleConfig("auth", "scram-sha-256")
                .setLocaleConfig("pwfile", secrets.file(SUPERUSER).toString())
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C");
        SETTINGS.forEach(builder::setServerConfig);
        return builder.start();
    }

    /** An initdb that was cut short leaves a folder that is no database; one that ever started is never touched. */
    private void makeReadyForInitdb() throws IOException {
        if (Files.exists(initialising)) {
            Folders.delete(data);
        }
        if (Files.exists(data.resolve("PG_VERSION")) && !Files.exists(secrets.file(SUPERUSER))) {
            throw Trouble.failed(
                    "The passwords of %s are gone from %s, so it cannot be opened. deploy/up --fresh begins anew."
                            .formatted(data, config.keys()));
        }
        if (!Files.exists(data.resolve("PG_VERSION"))) {
            // Not the folder itself: it may be a disk of its own, as yet empty.
            Files.createDirectories(config.data());
            Files.createDirectories(config.logs());
            Files.writeString(initialising, "");
        }
        discardHalfUnpackedBinaries();
    }

    private void discardHalfUnpackedBinaries() throws IOException {
        if (!Files.isDirectory(config.postgresBinaries())) {
            return;
        }
        try (var versions = Files.list(config.postgresBinaries())) {
            versions.filter(version -> !Files.exists(version.resolve(".exists")))
                    .forEach(Folders::delete);
        }
    }

    /** Lets go of the library's handle and its lock on the folder, whether or not the server still runs. */
    private void release() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            server = null;
        }
    }

    private Path pidFile() {
        return data.resolve("postmaster.pid");
    }

    private Optional<ProcessHandle> postmaster() {
        if (!Files.exists(pidFile())) {
            return Optional.empty();
        }
        try (var lines = Files.lines(pidFile())) {
            return lines.findFirst()
                    .filter(line -> line.strip().matches("[0-9]{1,18}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                    .filter(ProcessHandle::isAlive)
                    .filter(handle -> handle.info().commandLine().orElse("").contains(data.toString()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void end(ProcessHandle postmaster) {
        var family = family(postmaster);
        // SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients to leave.
        PidFile.signal(List.of(postmaster), "INT");
        PidFile.awaitEnd(family, Duration.ofSeconds(20));
    }

    private static List<ProcessHandle> family(ProcessHandle postmaster) {
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    private static String rootMessage(Throwable e) {
        return e.getCause() == null ? e.getMessage() : rootMessage(e.getCause());
    }
}
