package uk.helpathand.casework.staff;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.web.RolesNow;

/**
 * Of a person's roles those count that their token and the staff directory both have, at every call (ASVS 8.3.2, 7.4.2):
 * whoever left is turned away though their token is good, whoever lost a role is refused what it opened. Programs are no
 * staff. Nobody is turned away on old news: the directory is asked again first. When it has been silent for as long as a
 * token lives, nobody gets in, with 503: a 401 would send people to sign in again, which would not help them.
 */
@ApplicationScoped
class CurrentRoles implements SecurityIdentityAugmentor {

    @Inject
    StaffDirectory directory;

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        Set<String> claimed = RolesNow.claimed(identity);
        if (claimed.isEmpty() || !(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        String subject = token.getSubject();
        if (directory.isCurrent()
                && directory.find(subject).filter(person -> person.has(claimed)).isPresent()) {
            return Uni.createFrom().item(identity);
        }
        return context.runBlocking(() -> asKnownNow(identity, subject));
    }

    private SecurityIdentity asKnownNow(SecurityIdentity identity, String subject) {
        var found = directory.ask(subject);
        if (!directory.isCurrent()) {
            throw ProblemType.UNAVAILABLE.exception();
        }
        Colleague person = found.filter(Colleague::enabled).orElseThrow(() -> RolesNow.turnedAway(identity));
        return RolesNow.of(identity, person.roles());
    }
}
