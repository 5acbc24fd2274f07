package uk.helpathand.casework.casefile;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CaseOwnerApi;
import uk.helpathand.api.casework.CaseView;
import uk.helpathand.api.casework.NewOwner;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.staff.Colleague;
import uk.helpathand.platform.web.Preconditions;

/** See {@link CaseOwnerApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class CaseOwnerResource implements CaseOwnerApi {

    @Inject
    CaseOwners owners;

    @Inject
    Access access;

    @Inject
    Preconditions preconditions;

    @Override
    public CaseView setOwner(UUID id, String ifMatch, NewOwner asked) {
        access.requireCase(id);
        var locked = LockedCase.of(id);
        CaseFile file = locked.file();
        preconditions.require(
                ifMatch, file.version, file.ownerId.equals(asked.ownerId()) ? List.of() : List.of("ownerId"));
        Colleague next = owners.next(asked.ownerId(), file.childId);
        owners.give(locked, next, asked.reason());
        CaseFile.flush();
        preconditions.etag(file.version);
        return file.toView(access);
    }
}
