package uk.helpathand.platform.crypto;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;

/**
 * The master keys in a file outside the database, see {@link KeyFile}. The file may change while the service runs: it is read
 * every few seconds and compared whole, because secrets that are mounted change by a link and not by a date.
 */
@Startup(Interceptor.Priority.LIBRARY_BEFORE)
@ApplicationScoped
class FileMasterKeyStore implements MasterKeyStore {

    private final Path path;
    private final boolean production;
    private volatile KeyFile keys;
    private volatile boolean refused;
    private byte[] lastRead;

    @Inject
    FileMasterKeyStore(CryptoConfig config, MeterRegistry registry) {
        this(config.masterKeyFile(), config.createIfMissing(), isProduction());
        Gauge.builder("helpathand.keys.refused", () -> isRefused() ? 1 : 0)
                .description("1 while the key file was changed to what cannot be used, and the keys before are")
                .register(registry);
    }

    FileMasterKeyStore(Path path, boolean createIfMissing, boolean production) {
        this.path = path;
        this.production = production;
        if (createIfMissing && !production && !Files.exists(path)) {
            create(path);
        }
        byte[] content = read();
        lastRead = fingerprint(content);
        keys = parse(content);
    }

    @Override
    public int currentVersion() {
        return keys.current();
    }

    @Override
    public Set<Integer> versions() {
        return keys.versions();
    }

    @Override
    public byte[] wrap(int version, byte[] key, byte[] associatedData) throws GeneralSecurityException {
        return keys.master(version).encrypt(key, associatedData);
    }

    @Override
    public byte[] unwrap(int version, byte[] wrapped, byte[] associatedData) throws GeneralSecurityException {
        if (!keys.versions().contains(version)) {
            refresh();
        }
        return keys.master(version).decrypt(wrapped, associatedData);
    }

    @Override
    public byte[] derive(String purpose) {
        return keys.derive(purpose);
    }

    @Override
    public synchronized void refresh() {
        try {
            byte[] content = read();
            byte[] fingerprint = fingerprint(content);
            if (!MessageDigest.isEqual(fingerprint, lastRead)) {
                lastRead = fingerprint;
                take(parse(content));
                refused = false;
            }
        } catch (IllegalStateException | UncheckedIOException e) {
            if (e instanceof UncheckedIOException) {
                // Once it can be read again it is, though it be the same.
                lastRead = new byte[0];
            }
            if (!refused) {
                Log.errorf(
                        "keys: the file was changed to what cannot be used, the keys before stay: %s", e.getMessage());
            }
            refused = true;
        }
    }

    /** Whether the file as it is now cannot be used. */
    boolean isRefused() {
        return refused;
    }

    private void take(KeyFile found) {
        Set<Integer> gone = keys.beyond(found);
        Set<Integer> come = found.beyond(keys);
        keys = keys.followedBy(found);
        Log.infof("keys: read anew, versions %s are new, current is %d", come, keys.current());
        if (!gone.isEmpty()) {
            Log.warnf("keys: versions %s are gone from the file; this process keeps them until it ends", gone);
        }
    }

    private KeyFile parse(byte[] content) {
        KeyFile found = KeyFile.parse(new String(content, StandardCharsets.UTF_8));
        if (production && found.isOfLocalStart()) {
            throw new IllegalStateException("The master key file was made by a local start: production needs its own");
        }
        return found;
    }

    private byte[] read() {
        try {
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The master key file cannot be read: " + path, e);
        }
    }

    private static byte[] fingerprint(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Written whole or not at all, and never over another: two replicas may start at once. */
    private static void create(Path path) {
        String content = "# Keys of a local start. Never for real data.%n%s=true%ncurrent=1%nmaster.1=%s%nindex.1=%s%n"
                .formatted(KeyFile.LOCAL_MARK, randomKey(), randomKey());
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            Path draft = Files.createTempFile(
                    path.toAbsolutePath().getParent(),
                    "master",
                    ".draft",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(draft, content, StandardOpenOption.WRITE);
                Files.createLink(path, draft);
            } catch (FileAlreadyExistsException e) {
                // The other replica was first, and its keys are as good.
            } finally {
                Files.delete(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The master key file cannot be made: " + path, e);
        }
    }

    private static String randomKey() {
        byte[] key = new byte[KeyFile.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String encoded = Base64.getEncoder().encodeToString(key);
        Arrays.fill(key, (byte) 0);
        return encoded;
    }

    private static boolean isProduction() {
        return LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod");
    }
}
