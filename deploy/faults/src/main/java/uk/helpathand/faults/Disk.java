package uk.helpathand.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import uk.helpathand.local.Program;

/** A small disk of its own under the database, that can be filled. In memory, so only root may make one. */
final class Disk implements AutoCloseable {

    private static final String SIZE = "size=1500m";

    private final Path folder;
    private boolean mounted;

    Disk(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** Takes away what a killed run left. */
    void endLeftOver() {
        while (isMounted() && Program.succeeds("umount", folder.toString())) {}
    }

    /** Returns whether it was permitted. */
    boolean mount() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mounted = Program.succeeds("mount", "-t", "tmpfs", "-o", SIZE, "helpathand-faults", folder.toString());
        return mounted;
    }

    /** To the last byte. */
    void fill() {
        var zeros = new byte[1 << 20];
        try (var out = Files.newOutputStream(filler(), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            for (var length = zeros.length; length > 0; length /= 2) {
                fillBy(out, Arrays.copyOf(zeros, length));
            }
        } catch (IOException e) {
            // Full, also for the closing.
        }
    }

    void free() {
        try {
            Files.deleteIfExists(filler());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (mounted) {
            Program.succeeds("umount", folder.toString());
        }
    }

    private static void fillBy(OutputStream out, byte[] piece) {
        try {
            while (true) {
                out.write(piece);
            }
        } catch (IOException e) {
            // Not one more of this size.
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private boolean isMounted() {
        try {
            return Files.exists(Path.of("/proc/mounts"))
                    && Files.readString(Path.of("/proc/mounts")).contains(" " + folder + " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
