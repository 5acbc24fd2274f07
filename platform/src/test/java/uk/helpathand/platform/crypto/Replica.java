package uk.helpathand.platform.crypto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What one replica has of keys: a file of its own, which may be behind another's, on a database that all share. */
final class Replica {

    record Settings(Path masterKeyFile, Duration grace) implements CryptoConfig {
        @Override
        public boolean createIfMissing() {
            return false;
        }

        @Override
        public Duration poll() {
            return Duration.ofSeconds(5);
        }
    }

    private final Path file;
    final FileMasterKeyStore store;
    final KeyVersions versions;
    final DataKeys dataKeys = new DataKeys();
    final KeyRotation rotation;

    Replica(Path file, int current, DataSource dataSource, Clock clock, Duration grace) {
        this.file = file;
        hasFile(current, current);
        store = new FileMasterKeyStore(file, false, false);
        versions = new KeyVersions(store, dataSource, clock, new Settings(file, grace));
        dataKeys.store = store;
        dataKeys.versions = versions;
        dataKeys.clock = clock;
        rotation = new KeyRotation(store, versions, dataSource);
    }

    /** The file as it is from now on: versions from one on, the last of them current. A version is the same key everywhere. */
    void hasFile(int first, int current) {
        var lines = new TreeMap<String, String>();
        lines.put("current", Integer.toString(current));
        lines.put("index.1", key(99));
        for (int version = first; version <= current; version++) {
            lines.put("master." + version, key(version));
        }
        var text = new StringBuilder();
        lines.forEach(
                (name, value) -> text.append(name).append('=').append(value).append('\n'));
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String key(int seed) {
        byte[] key = new byte[32];
        key[0] = (byte) seed;
        return Base64.getEncoder().encodeToString(key);
    }
}
