package uk.helpathand.casework.casefile;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.NewReassignment;
import uk.helpathand.api.casework.ReassignmentView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.staff.Colleague;
import uk.helpathand.casework.staff.StaffDirectory;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.LosslessText;

/** Gives cases to others. */
@ApplicationScoped
class CaseOwners {

    /** Well within the time of the transaction that keeps the answer, at some ten milliseconds each. */
    static final int AT_ONCE = 200;

    @Inject
    StaffDirectory directory;

    @Inject
    Access access;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    /** The person with that id, if a case may be theirs. */
    Colleague next(String ownerId) {
        return directory.find(ownerId).filter(Colleague::mayOwnCases).orElseThrow(ProblemType.WRONG_OWNER::exception);
    }

    /** The same for a case of that child. */
    Colleague next(String ownerId, UUID childId) {
        Colleague next = next(ownerId);
        if (access.isKeptOut(ownerId, childId)) {
            throw ProblemType.WRONG_OWNER.exception();
        }
        return next;
    }

    /** In the caller's transaction. Without effect where it is theirs already. */
    void give(LockedCase locked, Colleague next, String reason) {
        CaseFile file = locked.file();
        if (!file.ownerId.equals(next.id()) || file.ownerLeftAt != null) {
            Instant now = clock.instant();
            file.giveTo(next.id(), next.name(), now);
            CaseOwner.next(file, actor.id(), actor.displayName(), LosslessText.storable(reason), now);
            locked.giveThreads();
        }
        audit.done("case.change-owner", "case", List.of(file.id), LosslessText.storable(reason));
    }

    /**
     * Each case in a transaction of its own: one that somebody is working on right now does not hold the others back. One that the
     * caller may not know of, or of a child whom the next owner must see nothing of, stays where it is.
     */
    ReassignmentView reassign(NewReassignment asked) {
        if (asked.fromId().equals(asked.toId())) {
            throw ProblemType.WRONG_OWNER.exception();
        }
        Colleague next = next(asked.toId());
        String from = LosslessText.storable(asked.fromId());
        if (directory.find(from).isEmpty() && !OwnedCases.hasAny(from)) {
            // A slip in the id would look as if nothing had been left.
            throw ProblemType.WRONG_COLLEAGUE.exception();
        }
        int moved = 0;
        for (UUID id : OwnedCases.thatMayGo(from, next.id(), access.reader(), AT_ONCE)) {
            moved += giveFrom(from, id, next, asked.reason()) ? 1 : 0;
        }
        return new ReassignmentView(moved, OwnedCases.countThatMayGo(from, next.id(), access.reader()));
    }

    private boolean giveFrom(String fromId, UUID id, Colleague next, String reason) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                var locked = LockedCase.of(id);
                CaseFile file = locked.file();
                boolean goes = file.isOpen()
                        && file.ownerId.equals(fromId)
                        && access.seesCase(id)
                        && !access.isKeptOut(next.id(), file.childId);
                if (goes) {
                    give(locked, next, reason);
                }
                return goes;
            });
        } catch (RuntimeException e) {
            Log.warnf(
                    "case %s could not be given to another: %s",
                    id, e.getClass().getSimpleName());
            return false;
        }
    }
}
