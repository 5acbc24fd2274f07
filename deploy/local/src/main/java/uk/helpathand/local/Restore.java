package uk.helpathand.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

/** {@code deploy/local/restore}: puts a backup where {@code deploy/up} looks for its data. Deletes nothing. */
public final class Restore {

    private final StackConfig config;

    private Restore(StackConfig config) {
        this.config = config;
    }

    public static void main(String... arguments) {
        BackupOptions.run(arguments, true, (config, options) -> {
            if (options.check()) {
                check(config, options);
                return;
            }
            var lock = RunLock.take(config.run());
            into(config, options.backup(), options.keys(), options.replace());
            lock.release();
            System.out.println("Restored. Start with deploy/up.");
        });
    }

    /**
     * Ready to be started afterwards.
     *
     * @param keys null where the keys are in their place already
     * @param replace data and keys that are there are moved aside, else they are refused
     */
    public static void into(StackConfig config, Path backup, Path keys, boolean replace) {
        try {
            new Restore(config).restore(new BackupFolder(backup).verified(), keys, replace);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Beside whatever runs: restores into a folder of its own, starts the server there, counts, and takes it away again. */
    private static void check(StackConfig config, BackupOptions options) {
        Path folder = config.folder().resolve("restore-check");
        Folders.delete(folder);
        var trial = new StackConfig(config.repository(), folder, Ports.free(), config.extra(), config.news());
        into(trial, options.backup(), options.keys() == null ? config.keys() : options.keys(), false);
        var postgres = new Postgres(trial, new Secrets(trial.keys()));
        try {
            postgres.start();
            System.out.printf(
                    "It can be restored: %d enquiries and %d messages at contact-service, %d and %d at case-service.%n",
                    count(postgres, "contact", "enquiry"),
                    count(postgres, "contact", "message"),
                    count(postgres, "casework", "enquiry"),
                    count(postgres, "casework", "message"));
        } catch (SQLException e) {
            throw Trouble.failed("The restored database does not answer: " + e.getMessage(), e);
        } finally {
            postgres.close();
            Folders.delete(folder);
        }
    }

    private static long count(Postgres postgres, String database, String table) throws SQLException {
        try (var connection = postgres.superuser(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT count(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void restore(Path copy, Path keys, boolean replace) throws IOException {
        if (new Postgres(config, new Secrets(config.keys())).alive()) {
            throw Trouble.notReady("PostgreSQL runs on " + data() + ". Stop it first.");
        }
        if (keys == null && !Files.isDirectory(config.keys())) {
            throw Trouble.notReady("There are no keys in %s, and without them the data cannot be read: --keys FOLDER."
                    .formatted(config.keys()));
        }
        boolean newKeys = keys != null && !Folders.same(keys, config.keys());
        refuse(replace, data());
        if (newKeys) {
            refuse(replace, config.keys());
        }
        for (Path folder : new Path[] {config.data(), config.run(), config.logs()}) {
            Files.createDirectories(folder);
        }
        Path half = config.data().resolve("postgres.restoring");
        Folders.delete(half);
        Folders.copyPrivate(copy, half);
        PostgresCopy.completeFolders(half);
        Folders.sync(half);
        if (newKeys) {
            moveAside(config.keys());
            Folders.copyPrivate(keys, config.keys());
        }
        moveAside(data());
        // They tell of what the backup may not have yet; those of the restored databases begin anew.
        moveAside(config.anchors());
        // Left by a first start that was cut short, it would have the next one begin with an empty database.
        Files.deleteIfExists(config.data().resolve("postgres.initialising"));
        Files.move(half, data(), ATOMIC_MOVE);
        Folders.syncEntry(config.data());
    }

    private Path data() {
        return config.data().resolve("postgres");
    }

    private static void refuse(boolean replace, Path there) {
        if (!replace && Files.exists(there)) {
            throw Trouble.notReady(there + " is there already. --replace moves it aside.");
        }
    }

    private void moveAside(Path there) throws IOException {
        if (Files.exists(there)) {
            Path aside = there.resolveSibling(
                    there.getFileName() + ".before-" + Instant.now().getEpochSecond());
            Files.move(there, aside, ATOMIC_MOVE);
            config.news().accept("What was there is now in " + aside + ".");
        }
    }
}
