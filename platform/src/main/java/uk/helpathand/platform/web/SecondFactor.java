package uk.helpathand.platform.web;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonString;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;
import uk.helpathand.api.Role;
import uk.helpathand.platform.problem.ProblemMappers;

/**
 * Staff prove themselves twice (ASVS V6.3.3, V10.3): whoever comes with a token that does not say so opens nothing, whatever the
 * operation, and is told what would do (RFC 9470). Asked before anything else of a person is. Programs have a secret and no
 * second factor.
 */
@ApplicationScoped
public class SecondFactor implements SecurityIdentityAugmentor {

    private static final int BEFORE_OTHERS = 10;

    private final List<String> acr;
    private final List<String> amr;

    @Inject
    public SecondFactor(FactorConfig config) {
        this.acr = config.acr().orElse(List.of());
        this.amr = config.amr().orElse(List.of());
    }

    @Override
    public int priority() {
        return BEFORE_OTHERS;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (acr.isEmpty()
                || identity.getRoles().stream().noneMatch(Role.STAFF::contains)
                || identity.getPrincipal() instanceof JsonWebToken token && counts(token)) {
            return Uni.createFrom().item(identity);
        }
        return Uni.createFrom()
                .failure(new AuthenticationFailedException(Map.of(
                        ProblemMappers.TURNED_AWAY,
                        identity,
                        ProblemMappers.WOULD_DO,
                        "acr_values=\"" + String.join(" ", acr) + "\"")));
    }

    private boolean counts(JsonWebToken token) {
        return acr.contains(text(token.getClaim("acr")))
                && (amr.isEmpty()
                        || token.getClaim("amr") instanceof Collection<?> methods
                                && methods.stream().map(SecondFactor::text).anyMatch(amr::contains));
    }

    /** Strings within a list come as JSON has them. */
    private static String text(Object claim) {
        return claim instanceof JsonString json ? json.getString() : String.valueOf(claim);
    }
}
