package uk.helpathand.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clock of one service, moved while it runs by libfaketime (Debian: package faketime). */
final class FalseClock {

    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"));

    private final Path file;

    FalseClock(Path file) {
        this.file = file;
    }

    static Optional<Path> library() {
        return LIBRARIES.stream().filter(Files::exists).findFirst();
    }

    /** For the environment of the service. The monotonic clock stays right, as it does when a clock is set. */
    Map<String, String> environment(Path library) {
        set("+0");
        return Map.of(
                "LD_PRELOAD", library.toString(),
                "FAKETIME_TIMESTAMP_FILE", file.toString(),
                "FAKETIME_CACHE_DURATION", "1",
                "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                // Else timed waits of a JVM return at once, and it turns in circles.
                "FAKETIME_FORCE_MONOTONIC_FIX", "0");
    }

    /** Taken up by the service within a second or two. */
    void off(boolean ahead) {
        set(ahead ? "+2h" : "-2h");
    }

    void right() {
        set("+0");
    }

    private void set(String offset) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, offset + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
