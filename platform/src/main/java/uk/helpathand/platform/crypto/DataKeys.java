package uk.helpathand.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.LockModeType;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes and opens the data keys of subjects. Within the caller's transaction. */
@ApplicationScoped
public class DataKeys {

    private final SecureRandom random = new SecureRandom();

    @Inject
    MasterKeyStore store;

    @Inject
    KeyVersions versions;

    @Inject
    Clock clock;

    /** A new subject's key; a subject has exactly one. */
    public SubjectCipher create(SubjectKind kind, UUID subjectId) {
        var row = new DataKey();
        row.subjectKind = kind.wire();
        row.subjectId = subjectId;
        SubjectCipher cipher = fill(row);
        row.persist();
        return cipher;
    }

    /**
     * Another key in place of the one there is, which opens nothing any more once the transaction is through: what is to stay
     * has to be opened before, and encrypted anew.
     */
    public SubjectCipher renew(SubjectKind kind, UUID subjectId) {
        DataKey row = DataKey.findById(new DataKey.Key(kind.wire(), subjectId), LockModeType.PESSIMISTIC_WRITE);
        return fill(row);
    }

    /** Forgets a subject: what was encrypted under its key opens never again, wherever a copy of it lies. */
    public void destroy(SubjectKind kind, UUID subjectId) {
        DataKey.deleteById(new DataKey.Key(kind.wire(), subjectId));
    }

    private SubjectCipher fill(DataKey row) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        try {
            row.masterVersion = versions.forNewKeys();
            row.wrappedKey = store.wrap(row.masterVersion, key, associatedData(row));
            row.createdAt = clock.instant();
            return new SubjectCipher(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot make a data key", e);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** @throws IllegalStateException when the subject has no key, or its key was destroyed */
    public SubjectCipher open(SubjectKind kind, UUID subjectId) {
        DataKey row = DataKey.findById(new DataKey.Key(kind.wire(), subjectId));
        if (row == null) {
            throw new IllegalStateException("no data key for " + kind.wire() + " " + subjectId);
        }
        return open(row);
    }

    /** Those of many subjects in one read. A subject without a key is left out. */
    public Map<UUID, SubjectCipher> openAll(SubjectKind kind, Collection<UUID> subjectIds) {
        return DataKey.<DataKey>list("subjectKind = ?1 and subjectId in ?2", kind.wire(), subjectIds).stream()
                .collect(Collectors.toMap(row -> row.subjectId, this::open));
    }

    private SubjectCipher open(DataKey row) {
        byte[] key = null;
        try {
            key = store.unwrap(row.masterVersion, row.wrappedKey, associatedData(row));
            return new SubjectCipher(key);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open the data key of " + row.subjectKind + " " + row.subjectId, e);
        } finally {
            if (key != null) {
                Arrays.fill(key, (byte) 0);
            }
        }
    }

    private static byte[] associatedData(DataKey row) {
        return associatedData(row.subjectKind, row.subjectId, row.masterVersion);
    }

    static byte[] associatedData(String subjectKind, UUID subjectId, int masterVersion) {
        return ("data_key|" + subjectKind + "|" + subjectId + "|" + masterVersion).getBytes(StandardCharsets.UTF_8);
    }
}
