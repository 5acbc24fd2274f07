package uk.helpathand.people;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes one-time codes: RFC 6238 with SHA-1, 30 seconds and six digits, as every such app on a phone does. */
final class CodePhone {

    private static final int SECONDS = 30;

    private byte[] secret;
    private long last;
    private int made;

    void scan(String secret) {
        this.secret = secret.getBytes(UTF_8);
    }

    int made() {
        return made;
    }

    /** No code twice, for it is good but once: asked again within its time, it gives the next one, which counts already. */
    String code() {
        last = Math.max(last + 1, Instant.now().getEpochSecond() / SECONDS);
        made++;
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(last).array());
            var number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & 0x7fffffff;
            return "%06d".formatted(number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
