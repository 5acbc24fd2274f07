package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.handover.LooksApi;
import uk.helpathand.api.handover.LooksView;

/**
 * See {@link LooksApi}. Writes no row of the audit: it is not staff who look but the child, through their own thread, and there is
 * no word of theirs in the answer.
 */
@RolesAllowed(Role.HANDOVER)
@Transactional
public class LooksResource implements LooksApi {

    @Inject
    Looks looks;

    @Override
    public LooksView list(UUID id) {
        return looks.of(id);
    }
}
