package uk.helpathand.platform.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import uk.helpathand.api.Role;
import uk.helpathand.platform.problem.ProblemMappers;

/** What is left of an identity whose token says more than counts now. Programs are no staff: their roles stay. */
public final class RolesNow {

    private RolesNow() {}

    /** The roles of staff that a token claims. */
    public static Set<String> claimed(SecurityIdentity identity) {
        Set<String> claimed = new HashSet<>(identity.getRoles());
        claimed.retainAll(Role.STAFF);
        return claimed;
    }

    /** With those of the roles that count. */
    public static SecurityIdentity of(SecurityIdentity identity, Collection<String> counting) {
        Set<String> roles = new HashSet<>(identity.getRoles());
        roles.removeIf(role -> Role.STAFF.contains(role) && !counting.contains(role));
        return new QuarkusSecurityIdentity.Builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(roles)
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .addPermissionChecker(identity::checkPermission)
                .build();
    }

    /** Of somebody who left: 401, and on record as theirs. */
    public static AuthenticationFailedException turnedAway(SecurityIdentity identity) {
        return new AuthenticationFailedException(Map.of(ProblemMappers.TURNED_AWAY, (Object) identity));
    }
}
