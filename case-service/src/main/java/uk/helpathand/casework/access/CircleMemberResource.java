package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CircleMemberApi;
import uk.helpathand.api.casework.CircleView;
import uk.helpathand.platform.audit.Actor;

/** See {@link CircleMemberApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class CircleMemberResource implements CircleMemberApi {

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
    public CircleView add(UUID id, String staffId) {
        access.requireCase(id);
        cases.lock(id);
        CircleMember.add(id, staffId, actor, clock.instant());
        return circles.circle(id, "case.add-to-circle", staffId);
    }

    @Override
    public CircleView remove(UUID id, String staffId) {
        access.requireCase(id);
        CircleMember.remove(id, staffId, actor, clock.instant());
        return circles.circle(id, "case.remove-from-circle", staffId);
    }
}
