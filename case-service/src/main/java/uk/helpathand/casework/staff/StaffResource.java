package uk.helpathand.casework.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.StaffApi;
import uk.helpathand.api.casework.StaffView;
import uk.helpathand.platform.audit.Audit;

/** See {@link StaffApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD, Role.ADMINISTRATOR})
@Transactional
public class StaffResource implements StaffApi {

    @Inject
    StaffDirectory directory;

    @Inject
    Audit audit;

    @Override
    public StaffView list() {
        audit.done("staff.list", "staff", List.of());
        return new StaffView(directory.all().stream().map(Colleague::toView).toList());
    }
}
