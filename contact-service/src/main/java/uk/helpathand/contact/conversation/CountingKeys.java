package uk.helpathand.contact.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What counters are kept under, so that neither an address nor a word can be found again: HMAC(random daily key, ...).
 * For counting in memory only.
 */
@ApplicationScoped
public class CountingKeys {

    private final Cache<String, byte[]> dailyKey =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofDays(1)).build();

    /** IPv4 to /24, IPv6 to /56: about one household, ward or school. */
    public ByteBuffer ofNetwork(String address) {
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return hash(Arrays.copyOf(bytes, bytes.length == 4 ? 3 : 7));
        } catch (UnknownHostException e) {
            return ByteBuffer.allocate(0);
        }
    }

    public ByteBuffer ofWords(String words) {
        return hash(words.getBytes(StandardCharsets.UTF_8));
    }

    private ByteBuffer hash(byte[] what) {
        try {
            byte[] key = dailyKey.get("key", unused -> randomKey());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return ByteBuffer.wrap(mac.doFinal(what));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] randomKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
