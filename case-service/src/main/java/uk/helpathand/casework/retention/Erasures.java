package uk.helpathand.casework.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.casework.ErasureStatus;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Idempotency;

/**
 * Carries out what two people have decided: contact-service erases first, so that a message that they did not know of is found
 * there and stops it; then the database deletes, by a function of its own that looks at the decision again. Within the
 * caller's transaction.
 */
@ApplicationScoped
class Erasures {

    private static final String CARRY_OUT = "SELECT carry_out_erasure(:id, :now)";

    @Inject
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    Outbox outbox;

    @Inject
    Idempotency idempotency;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** 409 while something keeps the record. */
    void requireErasable(UUID recordId) {
        if (records.isHeld(recordId)) {
            throw ProblemType.LEGAL_HOLD.exception();
        }
        if (records.isOpen(recordId)) {
            throw ProblemType.CASE_OPEN.exception();
        }
    }

    /** The locks first: what comes in meanwhile is seen, and somebody waits again. */
    void approve(Erasure erasure) {
        List<Records.Thread> threads = records.lockThreads(erasure.subjectId);
        requireErasable(erasure.subjectId);
        erasure.approve(actor, clock.instant());
        threads.forEach(thread -> {
            ErasureConversation.owe(erasure.id, thread);
            owe(thread.conversationId());
        });
        if (threads.isEmpty()) {
            carryOut(erasure);
        }
    }

    private void owe(UUID conversationId) {
        // A stream of its own: it is no answer that has to come after another.
        outbox.owe(HandOverErasure.KIND, conversationId, Ids.next(), 1);
    }

    /** What is owed of a conversation, but for what a hold or a new case keeps since it was approved. */
    List<ErasureConversation> toCarryOut(UUID conversationId) {
        return ErasureConversation.owed(conversationId).stream()
                .filter(row -> !isStoppedAsKept(row.erasureId))
                .toList();
    }

    private boolean isStoppedAsKept(UUID erasureId) {
        Erasure erasure = Erasure.lock(erasureId);
        if (erasure.is(ErasureStatus.APPROVED) && isKept(erasure.subjectId)) {
            stop(erasure, "kept-meanwhile");
        }
        return !erasure.is(ErasureStatus.APPROVED);
    }

    /** contact-service has erased one. With the last of them the rest goes. */
    void erasedThere(ErasureConversation told) {
        Erasure erasure = Erasure.lock(told.erasureId);
        told.erased(clock.instant());
        if (erasure.is(ErasureStatus.APPROVED) && !ErasureConversation.isAnyOwed(erasure.id)) {
            carryOutOrOweMore(erasure);
        }
    }

    /** Else the last of several children would leave a conversation there that nobody here knows: what is written into it is parked. */
    private void carryOutOrOweMore(Erasure erasure) {
        List<ErasureConversation> leftInPart = new ArrayList<>();
        for (Records.Thread thread : records.lockThreads(erasure.subjectId)) {
            Optional<ErasureConversation> told = ErasureConversation.of(erasure.id, thread);
            if (told.isEmpty()) {
                stop(erasure, "written-again");
                return;
            }
            told.filter(row -> thread.whole() && !row.whole).ifPresent(leftInPart::add);
        }
        if (leftInPart.isEmpty() || isKept(erasure.subjectId)) {
            carryOut(erasure);
            return;
        }
        leftInPart.forEach(row -> {
            row.oweWhole();
            owe(row.conversationId);
        });
    }

    private boolean isKept(UUID recordId) {
        return records.isHeld(recordId) || records.isOpen(recordId);
    }

    /** People have to look again. */
    void stop(UUID erasureId, String why) {
        Erasure erasure = Erasure.lock(erasureId);
        if (erasure.is(ErasureStatus.APPROVED)) {
            stop(erasure, why);
        }
    }

    private void stop(Erasure erasure, String why) {
        erasure.stop();
        audit.doneBySystem("record.stop-erasure", erasure.subjectKind, List.of(erasure.subjectId), why);
    }

    private void carryOut(Erasure erasure) {
        // Whoever places a hold now waits, and then finds nothing to hold: no receipt for what is gone.
        records.lockWithCases(erasure.subjectId);
        if (isKept(erasure.subjectId)) {
            stop(erasure, "kept-meanwhile");
            return;
        }
        Instant now = clock.instant();
        // Before it is done, as nothing leads to them afterwards: answers to repeated calls are found by these.
        List<UUID> ids = records.ids(erasure.subjectId);
        Erasure.flush();
        Integer[] evidence = (Integer[]) entityManager
                .createNativeQuery(CARRY_OUT, Integer[].class)
                .setParameter("id", erasure.id)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .getSingleResult();
        idempotency.forget(ids);
        erasure.done(evidence, now);
        audit.doneBySystem("record.erase", erasure.subjectKind, List.of(erasure.subjectId), erasure.ground);
    }
}
