package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CircleApi;
import uk.helpathand.api.casework.CircleView;
import uk.helpathand.api.casework.SetMembership;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.staff.Colleague;
import uk.helpathand.casework.staff.StaffDirectory;
import uk.helpathand.platform.audit.Actor;

/** See {@link CircleApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class CircleResource implements CircleApi {

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
    public CircleView circle(UUID id) {
        access.requireCase(id);
        return circles.circle(id, "case.read-circle", null);
    }

    @Override
    public CircleView set(UUID id, SetMembership membership) {
        access.requireCase(id);
        if (!membership.member()) {
            cases.giveThreadsOfCase(id, membership.staffId());
        }
        cases.lock(id);
        if (membership.member()) {
            requireColleague(membership.staffId(), cases.childOf(id));
            CircleMember.add(id, membership.staffId(), actor, clock.instant());
        } else {
            CircleMember.remove(id, membership.staffId(), actor, clock.instant());
        }
        return circles.circle(
                id, membership.member() ? "case.add-to-circle" : "case.remove-from-circle", membership.staffId());
    }

    /** Whoever could do nothing with it would only look as if they were in. Anybody may be taken out, leavers too. */
    private void requireColleague(String staffId, UUID childId) {
        if (directory.find(staffId).filter(Colleague::mayOwnCases).isEmpty() || access.isKeptOut(staffId, childId)) {
            throw ProblemType.WRONG_COLLEAGUE.exception();
        }
    }
}
