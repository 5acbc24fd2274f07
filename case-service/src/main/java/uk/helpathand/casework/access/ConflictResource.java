package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.ConflictApi;
import uk.helpathand.api.casework.ConflictsView;
import uk.helpathand.api.casework.SetConflict;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.staff.StaffDirectory;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;

/** See {@link ConflictApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class ConflictResource implements ConflictApi {

    @Inject
    Access access;

    @Inject
    Circles circles;

    @Inject
    Cases cases;

    @Inject
    StaffDirectory directory;

    @Inject
    Actor actor;

    @Inject
    Clock clock;

    @Override
    public ConflictsView conflicts(UUID id) {
        access.requireChild(id);
        return circles.conflicts(id, "child.read-conflicts", null);
    }

    @Override
    public ConflictsView set(UUID id, SetConflict conflict) {
        access.requireChild(id);
        String about = LosslessText.storable(conflict.staffId() + ": " + conflict.reason());
        if (!conflict.keptOut()) {
            ConflictOfInterest.lift(id, conflict.staffId(), actor, clock.instant());
            return circles.conflicts(id, "child.lift-conflict", about);
        }
        // A slip in the id would look as if it protected the child.
        if (directory.find(conflict.staffId()).isEmpty()) {
            throw ProblemType.WRONG_COLLEAGUE.exception();
        }
        cases.giveThreadsOfChild(id, conflict.staffId());
        cases.lockAllOf(id);
        if (cases.answersForOpenCaseOf(conflict.staffId(), id)) {
            throw ProblemType.OWNER_IN_CONFLICT.exception();
        }
        if (!anotherLead(conflict.staffId(), id)) {
            throw ProblemType.LAST_LEAD.exception();
        }
        ConflictOfInterest.flag(id, conflict.staffId(), conflict.reason(), actor, clock.instant());
        return circles.conflicts(id, "child.flag-conflict", about);
    }

    /** Whether a lead is left who could lift it. */
    private boolean anotherLead(String staffId, UUID childId) {
        return directory.all().stream()
                .anyMatch(lead -> lead.has(List.of(Role.LEAD))
                        && !lead.id().equals(staffId)
                        && !access.isKeptOut(lead.id(), childId));
    }
}
