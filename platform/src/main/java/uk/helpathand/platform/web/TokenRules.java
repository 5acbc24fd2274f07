package uk.helpathand.platform.web;

import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwt.consumer.Validator;

/**
 * What the framework does not ask of a token: when it was made. One that will be made later comes from a clock that nobody
 * should trust with when it ends. By the machine's own clock, as the other times of a token: no test moves it.
 */
@ApplicationScoped
@Unremovable
public class TokenRules implements Validator {

    /** Of two clocks that are both kept right. */
    private static final int SECONDS_APART = 60;

    @Override
    public String validate(JwtContext token) throws MalformedClaimException {
        NumericDate issued = token.getJwtClaims().getIssuedAt();
        if (issued == null) {
            return "issued at no time";
        }
        NumericDate latest = NumericDate.now();
        latest.addSeconds(SECONDS_APART);
        return issued.isAfter(latest) ? "issued in the future" : null;
    }
}
