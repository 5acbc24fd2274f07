package uk.helpathand.platform.crypto;

import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * Where the master keys are: a file today, a key management service tomorrow. Nothing else in the house knows which. Keys
 * never leave it, except what is derived for one purpose. Called within transactions, so an adapter answers from memory: one
 * that talks to a service fetches there when it starts and in {@link #refresh}, never when it wraps or unwraps.
 */
public interface MasterKeyStore {

    /** The version that whoever runs the service wants new data keys wrapped with; see {@link KeyVersions} for when. */
    int currentVersion();

    /** All versions that can unwrap. */
    Set<Integer> versions();

    /** @throws GeneralSecurityException when that version is not there */
    byte[] wrap(int version, byte[] key, byte[] associatedData) throws GeneralSecurityException;

    /**
     * Looks once more whether a version has come that is not known yet.
     *
     * @throws GeneralSecurityException when it has not, or what was wrapped is not of that version and associated data
     */
    byte[] unwrap(int version, byte[] wrapped, byte[] associatedData) throws GeneralSecurityException;

    /** 32 bytes for one purpose, from a key that outlives the rotation of the master keys: what is hashed must be found again. */
    byte[] derive(String purpose);

    /** Looks whether there are other versions or another current one. What is wrong with them is logged, and changes nothing. */
    void refresh();
}
