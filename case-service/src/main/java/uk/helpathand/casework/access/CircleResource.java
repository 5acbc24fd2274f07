package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CircleApi;
import uk.helpathand.api.casework.CircleView;

/** See {@link CircleApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class CircleResource implements CircleApi {

    @Inject
    Access access;

    @Inject
    Circles circles;

    @Override
    public CircleView circle(UUID id) {
        access.requireCase(id);
        return circles.circle(id, "case.read-circle", null);
    }
}
