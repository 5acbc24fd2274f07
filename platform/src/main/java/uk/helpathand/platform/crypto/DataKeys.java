package uk.helpathand.platform.crypto;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;

/** Makes and opens the data keys of subjects. Within the caller's transaction. */
@ApplicationScoped
public class DataKeys {

    private final SecureRandom random = new SecureRandom();

    @Inject
    MasterKeys masters;

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
        return fill(row(kind, subjectId));
    }

    private SubjectCipher fill(DataKey row) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        try {
            row.masterVersion = masters.currentVersion();
            row.wrappedKey = masters.master(row.masterVersion).encrypt(key, associatedData(row));
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
        DataKey row = row(kind, subjectId);
        try {
            return new SubjectCipher(masters.master(row.masterVersion).decrypt(row.wrappedKey, associatedData(row)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot open the data key of " + kind.wire() + " " + subjectId, e);
        }
    }

    private static DataKey row(SubjectKind kind, UUID subjectId) {
        DataKey row = DataKey.findById(new DataKey.Key(kind.wire(), subjectId));
        if (row == null) {
            throw new IllegalStateException("no data key for " + kind.wire() + " " + subjectId);
        }
        return row;
    }

    private static byte[] associatedData(DataKey row) {
        return ("data_key|" + row.subjectKind + "|" + row.subjectId + "|" + row.masterVersion)
                .getBytes(StandardCharsets.UTF_8);
    }
}
