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
        cases.lock(id);
        if (membership.member()) {
            CircleMember.add(id, membership.staffId(), actor, clock.instant());
        } else {
            CircleMember.remove(id, membership.staffId(), actor, clock.instant());
        }
        return circles.circle(
                id, membership.member() ? "case.add-to-circle" : "case.remove-from-circle", membership.staffId());
    }
}
