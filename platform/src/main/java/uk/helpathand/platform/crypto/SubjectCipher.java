package uk.helpathand.platform.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * Encrypts the fields of one subject. The associated data are the field's frozen logical name (for example
 * {@code message.text}) and its row's id, so that a ciphertext moved to another row or column does not open.
 */
public final class SubjectCipher {

    private final AesGcmJce aead;

    SubjectCipher(byte[] key) throws GeneralSecurityException {
        this.aead = new AesGcmJce(key);
    }

    /** Null stays null. Every Java string comes back as it was, lone surrogates and U+0000 included. */
    public byte[] encrypt(String plaintext, String field, UUID rowId) {
        if (plaintext == null) {
            return null;
        }
        try {
            return aead.encrypt(LosslessText.encode(plaintext), associatedData(field, rowId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + field, e);
        }
    }

    /** Bytes as they came, whatever they are. Null stays null. */
    public byte[] encryptBytes(byte[] plain, String field, UUID rowId) {
        if (plain == null) {
            return null;
        }
        try {
            return aead.encrypt(plain, associatedData(field, rowId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot encrypt " + field, e);
        }
    }

    public byte[] decryptBytes(byte[] ciphertext, String field, UUID rowId) {
        try {
            return ciphertext == null ? null : aead.decrypt(ciphertext, associatedData(field, rowId));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt " + field + " of row " + rowId, e);
        }
    }

    public String decrypt(byte[] ciphertext, String field, UUID rowId) {
        if (ciphertext == null) {
            return null;
        }
        try {
            return LosslessText.decode(aead.decrypt(ciphertext, associatedData(field, rowId)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot decrypt " + field + " of row " + rowId, e);
        }
    }

    private static byte[] associatedData(String field, UUID rowId) {
        return (field + "|" + rowId).getBytes(StandardCharsets.UTF_8);
    }
}
