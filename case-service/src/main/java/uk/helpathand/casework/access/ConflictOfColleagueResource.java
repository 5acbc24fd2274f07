package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.ConflictOfColleagueApi;
import uk.helpathand.api.casework.ConflictsView;
import uk.helpathand.api.casework.SetConflict;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;

/** See {@link ConflictOfColleagueApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class ConflictOfColleagueResource implements ConflictOfColleagueApi {

    @Inject
    Access access;

    @Inject
    Circles circles;

    @Inject
    Cases cases;

    @Inject
    Actor actor;

    @Inject
    Clock clock;

    @Override
    public ConflictsView set(UUID id, String staffId, SetConflict conflict) {
        access.requireChild(id);
        if (!conflict.keptOut()) {
            ConflictOfInterest.lift(id, staffId, actor, clock.instant());
            return circles.conflicts(id, "child.lift-conflict", reason(staffId, conflict));
        }
        if (cases.answersForOpenCaseOf(staffId, id)) {
            throw ProblemType.OWNER_IN_CONFLICT.exception();
        }
        ConflictOfInterest.flag(id, staffId, conflict.reason(), actor, clock.instant());
        return circles.conflicts(id, "child.flag-conflict", reason(staffId, conflict));
    }

    private static String reason(String staffId, SetConflict conflict) {
        return LosslessText.storable(staffId + ": " + conflict.reason());
    }
}
