package uk.helpathand.local;

import static java.nio.file.FileVisitResult.CONTINUE;
import static java.nio.file.FileVisitResult.SKIP_SUBTREE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/**
 * A physical copy of a running server by its low-level interface: {@code pg_backup_start}, copy, {@code pg_backup_stop}, and
 * the WAL in between. What {@code pg_basebackup --wal-method=fetch} does; the embedded server comes without that program.
 * See the manual of PostgreSQL 17, 25.3.4.
 */
final class PostgresCopy {

    /** They are made anew at every start; the server wants the folders to be there. */
    private static final Set<String> EMPTY = Set.of(
            "pg_wal",
            "pg_dynshmem",
            "pg_notify",
            "pg_replslot",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private static final Set<String> LEFT_OUT = Set.of(
            "postmaster.pid", "postmaster.opts", "current_logfiles", "backup_label", "tablespace_map", "epg-lock");
    private static final Path CONTROL = Path.of("global", "pg_control");
    private static final String SLOT = "backup";

    private final Connection connection;
    private final Path data;

    /** @param connection of a superuser; kept for the length of the copy, as the interface wants it */
    PostgresCopy(Connection connection, Path data) {
        this.connection = connection;
        this.data = data;
    }

    /** Returns the backup point: what was committed before is in the copy. */
    Instant into(Path copy) throws SQLException, IOException {
        // Holds back the WAL of the copy's time. Gone with the connection, also when this program dies.
        ask("SELECT slot_name FROM pg_create_physical_replication_slot(?, true, true)", SLOT);
        String firstWal = ask("SELECT pg_walfile_name(pg_backup_start(?, true))", SLOT);
        copyData(copy);
        // Last, as pg_basebackup does it: nothing in it is then older than what it tells of.
        Files.copy(data.resolve(CONTROL), copy.resolve(CONTROL), REPLACE_EXISTING);
        Instant point = Instant.now();
        String lastWal = stop(copy);
        ask("SELECT pg_switch_wal()");
        copyWal(copy, firstWal, lastWal);
        return point;
    }

    /** The folders that a copy must have though nothing is in them. */
    static void completeFolders(Path copy) throws IOException {
        for (String empty : EMPTY) {
            Files.createDirectories(copy.resolve(empty));
        }
        Files.createDirectories(copy.resolve("pg_wal").resolve("archive_status"));
        Files.createDirectories(copy.resolve("pg_tblspc"));
    }

    private void copyData(Path copy) throws IOException {
        Files.walkFileTree(data, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path below = data.relativize(folder);
                Files.createDirectories(copy.resolve(below));
                return EMPTY.contains(below.toString()) || temporary(folder) ? SKIP_SUBTREE : CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isSymbolicLink()) {
                    throw Trouble.failed(file + " leads elsewhere: tablespaces are not copied.");
                }
                if (!LEFT_OUT.contains(file.getFileName().toString()) && !temporary(file)) {
                    copyIfThere(file, copy.resolve(data.relativize(file)));
                }
                return CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return CONTINUE;
                }
                throw e;
            }
        });
        completeFolders(copy);
    }

    private static boolean temporary(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("pgsql_tmp") || name.startsWith("pg_internal.init");
    }

    /** A table that is dropped meanwhile is dropped in the WAL as well. */
    private static void copyIfThere(Path file, Path to) throws IOException {
        try {
            Files.copy(file, to);
        } catch (NoSuchFileException e) {
            Files.deleteIfExists(to);
        }
    }

    /** Returns the name of the last file of WAL that the copy needs. */
    private String stop(Path copy) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement(
                        "SELECT labelfile, pg_walfile_name(lsn) FROM pg_backup_stop(false)");
                ResultSet row = statement.executeQuery()) {
            row.next();
            // With it the server begins where the copy began, and not at the last checkpoint that the copy happens to
            // have.
            Files.writeString(copy.resolve("backup_label"), row.getString(1));
            return row.getString(2);
        }
    }

    private void copyWal(Path copy, String first, String last) throws IOException {
        Path wal = data.resolve("pg_wal");
        try (var files = Files.newDirectoryStream(wal, "[0-9A-F]*")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.length() == first.length() && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                    Files.copy(file, copy.resolve("pg_wal").resolve(name));
                }
            }
        }
        for (String needed : new String[] {first, last}) {
            if (!Files.exists(copy.resolve("pg_wal").resolve(needed))) {
                throw Trouble.failed("PostgreSQL has thrown away WAL that the copy needs: " + needed);
            }
        }
    }

    private String ask(String query, String... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
