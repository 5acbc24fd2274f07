package uk.helpathand.platform.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * Why something was done. A code of ours stands in the chain itself. What a person wrote may be about a child, who has a right
 * to be forgotten, and a chain forgets nothing: so the chain has a salted hash, and the words and the salt stand beside it.
 *
 * @param inChain the column of the audit row
 * @param salt null for a code
 * @param words null for a code
 */
record Reasons(String inChain, byte[] salt, String words) {

    /** What stands before the hash. */
    static final String HASH = "sha256 ";

    private static final int SALT_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Null for none. */
    static Reasons code(String code) {
        return code == null ? null : new Reasons(code, null, null);
    }

    /** A person's. */
    static Reasons of(String words) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            byte[] hash = digest.digest(words.getBytes(StandardCharsets.UTF_8));
            return new Reasons(HASH + HexFormat.of().formatHex(hash), salt, words);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isApart() {
        return words != null;
    }
}
