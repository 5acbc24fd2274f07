package uk.helpathand.local;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;

/** {@code deploy/local/backup}: both databases at one moment, while everything runs. See docs/operations.md. */
public final class Backup {

    private final StackConfig config;
    private final Secrets secrets;
    private final Postgres postgres;

    Backup(StackConfig config) {
        this.config = config;
        this.secrets = new Secrets(config.keys());
        this.postgres = new Postgres(config, secrets);
    }

    public static void main(String... arguments) {
        BackupOptions.run(arguments, false, (config, options) -> report(System.out, config, options));
    }

    private static void report(PrintStream screen, StackConfig config, BackupOptions options) {
        var backup = new Backup(config);
        if (options.keys() != null) {
            backup.copyKeys(options.keys());
        }
        Instant point = backup.take(options.backup());
        screen.printf("Backup in %s. All that was acknowledged before %s is in it.%n", options.backup(), point);
        if (options.keys() == null) {
            screen.println("The keys are NOT in it, and without them it cannot be read. Once, and whenever they change:"
                    + " --keys FOLDER, on another disk.");
        } else {
            screen.println("Keys and passwords in " + options.keys() + ". Keep them apart from the backup.");
        }
    }

    /** Returns the backup point: what was acknowledged before is in it. */
    Instant take(Path folder) {
        if (!postgres.alive()) {
            throw Trouble.notReady(
                    "PostgreSQL does not run. Start it with deploy/up: a backup is taken while it runs.");
        }
        var backup = new BackupFolder(folder);
        try (var connection = postgres.superuser("postgres")) {
            Instant point = new PostgresCopy(connection, config.data().resolve("postgres")).into(backup.begin());
            backup.finish();
            return point;
        } catch (SQLException e) {
            throw Trouble.failed("The backup failed: " + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void copyKeys(Path folder) {
        if (Folders.same(config.keys(), folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw Trouble.notReady(folder + " holds other keys. Keys are never overwritten: older backups need them.");
        }
        Folders.copyPrivate(config.keys(), folder);
    }
}
