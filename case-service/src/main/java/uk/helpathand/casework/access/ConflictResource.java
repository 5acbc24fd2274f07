package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.ConflictApi;
import uk.helpathand.api.casework.ConflictsView;

/** See {@link ConflictApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class ConflictResource implements ConflictApi {

    @Inject
    Access access;

    @Inject
    Circles circles;

    @Override
    public ConflictsView conflicts(UUID id) {
        access.requireChild(id);
        return circles.conflicts(id, "child.read-conflicts", null);
    }
}
