package uk.helpathand.casework.conversation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What the team knows of the conversation's return code: never the code itself. */
@Embeddable
public class CodeState {

    @Column(name = "code_changed_at")
    Instant changedAt;

    @Column(name = "code_revoked_at")
    Instant revokedAt;

    /** Rises with each time that somebody was asked who they are. */
    @Column(name = "verification_version")
    public long verificationVersion;

    /** Of a conversation that began by text: nobody was given a code. */
    static CodeState neverGiven(Instant since) {
        var state = new CodeState();
        state.revokedAt = since;
        return state;
    }

    /** Whether a code may open the thread. */
    boolean opens() {
        return revokedAt == null;
    }

    /** The moment of a change: now, and after every earlier one, whichever replica's clock is behind. */
    public Instant change(Instant now) {
        changedAt = changedAt == null || now.isAfter(changedAt) ? now : changedAt.plus(1, ChronoUnit.MICROS);
        return changedAt;
    }

    /** The code that was asked for then opens the thread, unless something else was asked for since. */
    public void made(Instant askedAt) {
        if (askedAt.equals(changedAt)) {
            revokedAt = null;
        }
    }

    /** By the clock of contact-service, so near enough to show: a code that the team asked for since is another one. */
    public void revokedByRequester(Instant at) {
        if (changedAt == null || at.isAfter(changedAt)) {
            revoked(at);
        }
    }

    /** No code opens the thread any more. */
    public void revoked(Instant at) {
        revokedAt = revokedAt == null ? at : revokedAt;
    }
}
