package uk.helpathand.platform.crypto;

import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What features do with keys that belong to no subject: keyed hashes to find again, and seals for what is short-lived. Under the
 * index key, which outlives the rotation of the master keys.
 */
@ApplicationScoped
public class MasterKeys {

    private final MasterKeyStore store;
    private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

    @Inject
    MasterKeys(MasterKeyStore store) {
        this.store = store;
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
        return derived.computeIfAbsent(purpose, store::derive);
    }
}
