package uk.helpathand.casework.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;
import uk.helpathand.api.problem.ProblemType;

/**
 * That whoever calls has proved who they are a short while ago (ASVS V6.8.4, OpenID Connect {@code auth_time}): a machine left
 * open on a desk opens no restricted case.
 */
@ApplicationScoped
class FreshSignIn {

    @Inject
    JsonWebToken token;

    @Inject
    Clock clock;

    /** A token that does not say when they signed in is as good as one that says long ago. */
    void require(Duration within) {
        Object signedIn = token.getClaim("auth_time");
        if (signedIn == null
                || Instant.ofEpochSecond(Long.parseLong(signedIn.toString()))
                        .plus(within)
                        .isBefore(clock.instant())) {
            throw ProblemType.SIGN_IN_AGAIN.exception("max_age=" + within.toSeconds());
        }
    }
}
