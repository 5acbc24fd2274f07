package uk.helpathand.local;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A backup on disk: the folder {@code postgres} and the checksums of every file in it. It has its name once it is whole and on
 * the disk, so one that was cut short cannot be taken for a backup.
 */
final class BackupFolder {

    private static final String SUMS = "SHA256SUMS";

    private final Path folder;
    private final Path unfinished;

    BackupFolder(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
        this.unfinished = this.folder.resolveSibling(this.folder.getFileName() + ".unfinished");
    }

    Path path() {
        return folder;
    }

    /** Where the copy is made until {@link #finish}. */
    Path begin() {
        if (Files.exists(folder)) {
            throw Trouble.notReady(folder + " is there already. A backup never overwrites another.");
        }
        try {
            Folders.delete(unfinished);
            Folders.createPrivate(postgres(unfinished));
            return postgres(unfinished);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void finish() {
        try {
            Files.write(unfinished.resolve(SUMS), sums(unfinished));
            Folders.sync(unfinished);
            Files.move(unfinished, folder, ATOMIC_MOVE);
            Folders.syncEntry(folder.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The copy of the data, after every byte of it was found to be as it was written. */
    Path verified() {
        if (!Files.exists(folder.resolve(SUMS))) {
            throw Trouble.notReady(folder + " is no finished backup: it has no " + SUMS + ".");
        }
        try {
            List<String> written = Files.readAllLines(folder.resolve(SUMS));
            List<String> found = sums(folder);
            var changed = new ArrayList<>(written);
            changed.removeAll(found);
            var added = new ArrayList<>(found);
            added.removeAll(written);
            changed.addAll(added);
            if (!changed.isEmpty()) {
                throw Trouble.notReady("%s is damaged: %d files are missing or not as they were written, among them %s"
                        .formatted(folder, changed.size(), changed.get(0)));
            }
            return postgres(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path postgres(Path folder) {
        return folder.resolve("postgres");
    }

    /** As {@code sha256sum} writes them. */
    private static List<String> sums(Path root) throws IOException {
        var lines = new ArrayList<String>();
        try (Stream<Path> files = Files.walk(postgres(root))) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                lines.add(sum(file) + "  " + root.relativize(file));
            }
        }
        return lines;
    }

    private static String sum(Path file) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
