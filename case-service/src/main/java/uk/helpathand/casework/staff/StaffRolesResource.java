package uk.helpathand.casework.staff;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.TreeSet;
import uk.helpathand.api.Role;
import uk.helpathand.api.handover.StaffRoles;
import uk.helpathand.api.handover.StaffRolesApi;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.LosslessText;

/** See {@link StaffRolesApi}. Nobody is told of a child by it, so it is not on record; and the directory may have to be asked: no transaction. */
@RolesAllowed(Role.HANDOVER)
public class StaffRolesResource implements StaffRolesApi {

    @Inject
    StaffDirectory directory;

    @Override
    public StaffRoles get(String subject) {
        String known = LosslessText.storable(subject);
        Optional<Colleague> person = directory.isCurrent() ? directory.find(known) : Optional.empty();
        if (person.isEmpty()) {
            person = directory.ask(known);
        }
        if (!directory.isCurrent()) {
            throw ProblemType.UNAVAILABLE.exception();
        }
        var roles = new TreeSet<String>();
        person.filter(Colleague::enabled).ifPresent(found -> roles.addAll(found.roles()));
        return new StaffRoles(roles.stream().toList());
    }
}
