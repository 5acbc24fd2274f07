package uk.helpathand.platform.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a key file says: {@code current} names the version that wraps new data keys, {@code master.N} are the versions,
 * {@code index.1} is the key of look-up hashes. Each value is 32 random bytes in Base64. Neither this nor what it throws ever
 * shows one of them.
 */
final class KeyFile {

    static final String LOCAL_MARK = "made-by-local-start";
    static final int KEY_BYTES = 32;
    private static final String MASTER = "master.";

    private final int current;
    private final Map<Integer, byte[]> masters = new TreeMap<>();
    private final byte[] index;
    private final boolean local;

    private KeyFile(Properties file) {
        current = number("current", required(file, "current"));
        index = key(file, "index.1");
        local = file.containsKey(LOCAL_MARK);
        for (String name : file.stringPropertyNames()) {
            if (name.startsWith(MASTER)) {
                masters.put(number(MASTER + "N", name.substring(MASTER.length())), key(file, name));
            }
        }
        if (!masters.containsKey(current)) {
            throw new IllegalStateException("The master key file has no master." + current);
        }
    }

    /** @throws IllegalStateException with what is wrong, in words that hold no key */
    static KeyFile parse(String content) {
        var properties = new Properties();
        try {
            properties.load(new StringReader(content));
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalStateException("The master key file is no properties file");
        }
        return new KeyFile(properties);
    }

    int current() {
        return current;
    }

    Set<Integer> versions() {
        return masters.keySet();
    }

    boolean isOfLocalStart() {
        return local;
    }

    AesGcmJce master(int version) throws GeneralSecurityException {
        byte[] key = masters.get(version);
        if (key == null) {
            throw new GeneralSecurityException("master key version " + version + " is not in the key file");
        }
        return new AesGcmJce(key);
    }

    byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256", index, new byte[0], purpose.getBytes(StandardCharsets.UTF_8), KEY_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * A later state of this file. A version that is gone from it stays here for as long as the process lives: a transaction may
     * hold a row that was wrapped with it.
     *
     * @throws IllegalStateException when a key has become another: what it closed would be lost
     */
    KeyFile followedBy(KeyFile later) {
        if (!MessageDigest.isEqual(index, later.index)) {
            throw new IllegalStateException("index.1 of the master key file is another than before");
        }
        masters.forEach((version, key) -> {
            byte[] other = later.masters.putIfAbsent(version, key);
            if (other != null && !MessageDigest.isEqual(key, other)) {
                throw new IllegalStateException("master." + version + " of the master key file is another than before");
            }
        });
        return later;
    }

    /** Versions that this one has and the other has not. */
    Set<Integer> beyond(KeyFile other) {
        var mine = new TreeSet<>(masters.keySet());
        mine.removeAll(other.masters.keySet());
        return mine;
    }

    private static byte[] key(Properties file, String name) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(required(file, name));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("Key " + name + " of the master key file is not Base64");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalStateException("Key " + name + " of the master key file is not 32 bytes");
        }
        return key;
    }

    /** A key in the wrong line must not come back in a message. */
    private static int number(String name, String value) {
        if (!value.matches("[1-9][0-9]{0,5}")) {
            throw new IllegalStateException(name + " of the master key file is no version");
        }
        return Integer.parseInt(value);
    }

    private static String required(Properties file, String name) {
        String value = file.getProperty(name);
        if (value == null) {
            throw new IllegalStateException("The master key file has no " + name);
        }
        return value.trim();
    }

    @Override
    public String toString() {
        return "key file with versions " + masters.keySet() + ", current " + current;
    }
}
