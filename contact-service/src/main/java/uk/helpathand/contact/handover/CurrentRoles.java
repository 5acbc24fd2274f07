package uk.helpathand.contact.handover;

import io.quarkus.logging.Log;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.web.RolesNow;

/**
 * Of a person's roles those count that case-service says count now: it knows who works here. Asked in each call, because staff call
 * this service now and then; children and the other service are never asked after. While case-service does not answer no staff get
 * in, with 503.
 */
@ApplicationScoped
class CurrentRoles implements SecurityIdentityAugmentor {

    @RestClient
    CaseServiceStaffClient caseService;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (RolesNow.claimed(identity).isEmpty() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> asKnownNow(identity, token.getSubject()));
    }

    private SecurityIdentity asKnownNow(SecurityIdentity identity, String subject) {
        List<String> roles;
        try {
            roles = caseService.get(subject).roles();
        } catch (RuntimeException e) {
            Log.warnf(
                    "who works here could not be asked of case-service: %s",
                    e.getClass().getName());
            throw ProblemType.UNAVAILABLE.exception();
        }
        if (roles.isEmpty()) {
            throw RolesNow.turnedAway(identity);
        }
        return RolesNow.of(identity, roles);
    }
}
