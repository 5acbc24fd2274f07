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
import uk.helpathand.api.casework.FlagConflict;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;

/** See {@link ConflictApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class ConflictResource implements ConflictApi {

    @Inject
    Access access;

    @Inject
    Cases cases;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    public ConflictsView conflicts(UUID id) {
        access.requireChild(id);
        return seen(id, "child.read-conflicts", null);
    }

    @Override
    public ConflictsView flag(UUID id, String staffId, FlagConflict conflict) {
        access.requireChild(id);
        if (cases.answersForOpenCaseOf(staffId, id)) {
            throw ProblemType.OWNER_IN_CONFLICT.exception();
        }
        ConflictOfInterest.flag(id, staffId, conflict.reason(), actor, clock.instant());
        return seen(id, "child.flag-conflict", staffId);
    }

    @Override
    public ConflictsView lift(UUID id, String staffId) {
        access.requireChild(id);
        ConflictOfInterest.lift(id, staffId, actor, clock.instant());
        return seen(id, "child.lift-conflict", staffId);
    }

    private ConflictsView seen(UUID childId, String action, String staffId) {
        ConflictOfInterest.flush();
        audit.done(action, "child", List.of(childId), staffId);
        return new ConflictsView(ConflictOfInterest.now(childId).stream()
                .map(ConflictOfInterest::toView)
                .toList());
    }
}
