package uk.helpathand.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** Passwords made at the first start and kept in files that only their owner can read. */
final class Secrets {

    private static final int BYTES = 24;

    private final Path folder;
    private final SecureRandom random = new SecureRandom();

    Secrets(Path folder) {
        this.folder = folder;
    }

    /** The password of that name, made now if it is asked for the first time. URL-safe, so it needs no quoting. */
    synchronized String password(String name) {
        var file = file(name);
        try {
            if (!Files.exists(file)) {
                write(file, fresh());
            }
            return Files.readString(file, US_ASCII).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name) {
        return folder.resolve(name + ".password");
    }

    private String fresh() {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void write(Path file, String password) throws IOException {
        Files.createDirectories(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        var half = Files.createTempFile(folder, "new", "", owner);
        Files.writeString(half, password + "\n", US_ASCII);
        // A kill between the two leaves no half-written password behind.
        Files.move(half, file, ATOMIC_MOVE);
    }
}
