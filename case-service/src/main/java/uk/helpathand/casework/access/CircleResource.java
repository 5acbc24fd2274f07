package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CircleApi;
import uk.helpathand.api.casework.CircleView;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;

/** See {@link CircleApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class CircleResource implements CircleApi {

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
    public CircleView circle(UUID id) {
        access.requireCase(id);
        return seen(id, "case.read-circle", null);
    }

    @Override
    public CircleView add(UUID id, String staffId) {
        access.requireCase(id);
        cases.lock(id);
        CircleMember.add(id, staffId, actor, clock.instant());
        return seen(id, "case.add-to-circle", staffId);
    }

    @Override
    public CircleView remove(UUID id, String staffId) {
        access.requireCase(id);
        CircleMember.remove(id, staffId, actor, clock.instant());
        return seen(id, "case.remove-from-circle", staffId);
    }

    private CircleView seen(UUID id, String action, String staffId) {
        CircleMember.flush();
        audit.done(action, "case", List.of(id), staffId);
        return cases.circle(
                id, CircleMember.now(id).stream().map(CircleMember::toView).toList());
    }
}
