package uk.helpathand.platform.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The versioned master keys, from a file outside the database: {@code current} names the version that wraps new data
 * keys, {@code master.N} are the versions, {@code index.1} is the key of look-up hashes (it outlives the rotation of
 * masters, or nothing could be found again). Each value is 32 random bytes in Base64.
 */
@Startup(Interceptor.Priority.LIBRARY_BEFORE)
@ApplicationScoped
public class MasterKeys {

    static final String LOCAL_MARK = "made-by-local-start";
    private static final int KEY_BYTES = 32;

    private final Properties file;
    private final int current;
    private final Map<Integer, byte[]> masters;
    private final byte[] index;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    @Inject
    public MasterKeys(CryptoConfig config) {
        this(config.masterKeyFile(), config.createIfMissing(), isProduction());
    }

    MasterKeys(Path path, boolean createIfMissing, boolean production) {
        if (createIfMissing && !production && !Files.exists(path)) {
            create(path);
        }
        file = load(path);
        if (production && file.containsKey(LOCAL_MARK)) {
            throw new IllegalStateException("The master key file was made by a local start: production needs its own");
        }
        current = Integer.parseInt(required("current"));
        masters = file.stringPropertyNames().stream()
                .filter(name -> name.startsWith("master."))
                .collect(Collectors.toMap(name -> Integer.valueOf(name.substring("master.".length())), this::key));
        if (!masters.containsKey(current)) {
            throw new IllegalStateException("The master key file has no master." + current);
        }
        index = key("index.1");
    }

    /** The version that wraps new data keys. */
    public int currentVersion() {
        return current;
    }

    AesGcmJce master(int version) throws GeneralSecurityException {
        byte[] key = masters.get(version);
        if (key == null) {
            throw new GeneralSecurityException("master key version " + version + " is not in the key file");
        }
        return new AesGcmJce(key);
    }

    /** A keyed hash under a key of its own for each purpose, so that a hash of one table says nothing in another. */
    public byte[] hash(String purpose, byte[] value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derivedKey(purpose), "HmacSHA256"));
            return mac.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] hash(String purpose, String value) {
        return hash(purpose, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Encrypts something short-lived that belongs to no subject; bound to its purpose. */
    public byte[] seal(String purpose, byte[] plaintext) {
        try {
            return new AesGcmJce(derivedKey("seal:" + purpose))
                    .encrypt(plaintext, purpose.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws GeneralSecurityException when it was not sealed here for that purpose */
    public byte[] open(String purpose, byte[] sealed) throws GeneralSecurityException {
        return new AesGcmJce(derivedKey("seal:" + purpose)).decrypt(sealed, purpose.getBytes(StandardCharsets.UTF_8));
    }

    private byte[] derivedKey(String purpose) {
        return derived.computeIfAbsent(purpose, p -> {
            try {
                return Hkdf.computeHkdf(
                        "HMACSHA256", index, new byte[0], p.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private byte[] key(String name) {
        byte[] key = Base64.getDecoder().decode(required(name));
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("Key " + name + " of the master key file is not 32 bytes");
        }
        return key;
    }

    private String required(String name) {
        String value = file.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The master key file has no " + name);
        }
        return value.trim();
    }

    private static Properties load(Path path) {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("The master key file cannot be read: " + path, e);
        }
    }

    /** Written whole or not at all, and never over another: two replicas may start at once. */
    private static void create(Path path) {
        String content = "# Keys of a local start. Never for real data.%n%s=true%ncurrent=1%nmaster.1=%s%nindex.1=%s%n"
                .formatted(LOCAL_MARK, randomKey(), randomKey());
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
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        String encoded = Base64.getEncoder().encodeToString(key);
        Arrays.fill(key, (byte) 0);
        return encoded;
    }

    private static boolean isProduction() {
        return LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod");
    }
}
