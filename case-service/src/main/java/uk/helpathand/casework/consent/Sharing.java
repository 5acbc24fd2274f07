package uk.helpathand.casework.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import uk.helpathand.api.casework.SharedPart;
import uk.helpathand.api.problem.ProblemType;

/**
 * The one check before something of a child goes to a body outside by somebody's consent. Whatever sends to an agency, a person
 * today and a program later, asks here when it is about to send, and never relies on an answer of earlier: not when a letter is
 * drafted, not when a row of the outbox is written. An outbox handler asks in the short transaction before its call, and
 * records the disclosure in that same one.
 *
 * <p>The row of the consent stays locked until the caller's transaction ends. A withdrawal at the same moment therefore comes
 * either before, and then this refuses, or after what was recorded here.
 */
@ApplicationScoped
public class Sharing {

    @Inject
    Clock clock;

    /**
     * Refuses with {@link ProblemType#CONSENT_WITHDRAWN}, {@link ProblemType#CONSENT_PAST} or {@link
     * ProblemType#CONSENT_DOES_NOT_COVER}; a consent that is not there is answered as one of another child.
     *
     * @param childId about whom it is, which is not always the only child that a consent could be named for
     * @param what at least one part
     * @return when it was checked, under the lock: the time to record
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Instant require(UUID consentId, UUID childId, Body body, Collection<SharedPart> what) {
        if (what.isEmpty()) {
            throw new IllegalArgumentException("nothing to share");
        }
        var consent = Consent.lock(consentId, childId)
                .orElseThrow(() ->
                        ProblemType.CONSENT_DOES_NOT_COVER.exception("'consentId' names no consent of this child"));
        // Read only now: who waited for the lock is later than whoever held it.
        Instant now = clock.instant();
        consent.requireCovers(body, what, now);
        return now;
    }
}
