package uk.helpathand.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The hash of one seal, row by row: SHA-256 over the 32 bytes of the hash before it, the canonical form of each row, and
 * that of the seal. The form is written down for outsiders in docs/audit.md.
 */
final class SealHash {

    static final int BYTES = 32;

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final MessageDigest digest;

    private SealHash(MessageDigest digest) {
        this.digest = digest;
    }

    /** @param previous hash of the seal before */
    static SealHash after(byte[] previous) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(previous);
            return new SealHash(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param canonical see {@link SealedRows} */
    void add(String canonical) {
        digest.update(canonical.getBytes(StandardCharsets.UTF_8));
    }

    /** After all rows of the seal; its own hash takes no part. */
    byte[] of(Seal seal) {
        add("S"
                + piece(Long.toString(seal.sequence()))
                + piece(Long.toUnsignedString(seal.fromXact()))
                + piece(Long.toUnsignedString(seal.beforeXact()))
                + piece(Long.toString(seal.rows()))
                + piece(Long.toString(seal.total()))
                + piece(text(seal.at())));
        return digest.digest();
    }

    static String text(Instant at) {
        return MICROS.format(at);
    }

    private static String piece(String ascii) {
        return ascii.length() + ":" + ascii;
    }
}
