package uk.helpathand.contact.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.security.MessageDigest;
import java.time.Instant;

/** What the return code of a conversation is, and whether it opens the thread. */
@Embeddable
public class CodeState {

    @Column(name = "code_hash")
    byte[] hash;

    @Column(name = "code_revoked_at")
    public Instant revokedAt;

    @Column(name = "code_expires_at")
    Instant expiresAt;

    /** By case-service's clock; null for a code that no adviser asked for. */
    @Column(name = "code_requested_at")
    Instant requestedAt;

    static CodeState of(byte[] hash) {
        var state = new CodeState();
        state.hash = hash;
        return state;
    }

    /** The same question as that of the look-up, for a row that is locked by now. */
    boolean opensFor(byte[] typedHash, Instant now) {
        return MessageDigest.isEqual(hash, typedHash)
                && revokedAt == null
                && (expiresAt == null || expiresAt.isAfter(now));
    }

    /** Asked for after that: a revocation which was late on its way was not meant for this code. */
    boolean isAskedForAfter(Instant moment) {
        return requestedAt != null && requestedAt.isAfter(moment);
    }

    void revoke(Instant at) {
        revokedAt = revokedAt == null ? at : revokedAt;
    }

    /** Null for one that has no end by itself. */
    public Instant expiresAt() {
        return expiresAt;
    }
}
