package uk.helpathand.platform.crypto;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.TreeSet;

/**
 * The command {@code java -jar quarkus-run.jar keys status}: which versions the file has, how many data keys each wraps, and
 * which may be taken out of the file. Shows versions and counts, never a key.
 */
public final class KeyStatus {

    private KeyStatus() {}

    /**
     * From the environment: HELPATHAND_DB_URL, _DB_USER, _DB_PASSWORD (the app role) and HELPATHAND_MASTER_KEY_FILE.
     *
     * @return the exit code: 0, or 1 when a version that is in use is missing
     */
    public static int runFromEnvironment(PrintStream out) throws Exception {
        try (Connection connection = DriverManager.getConnection(
                environment("HELPATHAND_DB_URL"),
                environment("HELPATHAND_DB_USER"),
                environment("HELPATHAND_DB_PASSWORD"))) {
            return run(Path.of(environment("HELPATHAND_MASTER_KEY_FILE")), connection, out);
        }
    }

    static int run(Path file, Connection connection, PrintStream out) throws Exception {
        KeyFile keys = KeyFile.parse(Files.readString(file));
        var versions = new TreeSet<>(keys.versions());
        versions.addAll(KeyVersions.inUse(connection));
        int missing = 0;
        for (int version : versions) {
            long count = KeyVersions.count(connection, version, Long.MAX_VALUE);
            String state;
            if (!keys.versions().contains(version)) {
                state = "MISSING from the key file: put it back, the service refuses to start";
                missing++;
            } else if (version == keys.current()) {
                state = "current";
            } else if (count > 0) {
                state = "needed";
            } else {
                state = version < keys.current() ? "may be taken out of the file" : "not used yet";
            }
            out.printf("master.%d: %d data keys, %s%n", version, count, state);
        }
        return missing == 0 ? 0 : 1;
    }

    private static String environment(String name) {
        String value = System.getenv(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException("Set " + name);
        }
        return value;
    }
}
