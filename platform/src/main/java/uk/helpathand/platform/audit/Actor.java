package uk.helpathand.platform.audit;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is calling, as the verified token says. */
@RequestScoped
public class Actor {

    @Inject
    SecurityIdentity identity;

    @Inject
    JsonWebToken token;

    private boolean repeating;

    /** The token's subject; null when there is no verified token. */
    public String id() {
        return identity.isAnonymous() ? null : token.getSubject();
    }

    /** For colleagues to read. Never shown to a child. */
    public String displayName() {
        String name = token.getClaim("name");
        return name != null ? name : identity.getPrincipal().getName();
    }

    /** This call was made before and has had its effect: what it says now it has said already. */
    public void repeats() {
        repeating = true;
    }

    boolean isRepeating() {
        return repeating;
    }

    public Set<String> roles() {
        return identity.getRoles();
    }
}
