package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.ConflictOfColleagueApi;
import uk.helpathand.api.casework.ConflictsView;
import uk.helpathand.api.casework.FlagConflict;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;

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
    public ConflictsView flag(UUID id, String staffId, FlagConflict conflict) {
        access.requireChild(id);
        if (cases.answersForOpenCaseOf(staffId, id)) {
            throw ProblemType.OWNER_IN_CONFLICT.exception();
        }
        ConflictOfInterest.flag(id, staffId, conflict.reason(), actor, clock.instant());
        return circles.conflicts(id, "child.flag-conflict", staffId);
    }

    @Override
    public ConflictsView lift(UUID id, String staffId) {
        access.requireChild(id);
        ConflictOfInterest.lift(id, staffId, actor, clock.instant());
        return circles.conflicts(id, "child.lift-conflict", staffId);
    }
}
