package uk.helpathand.local.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The check of the token with which a service calls Notify (STANDARDS.md §1.1): HS256, whose it is, and when it was made. */
final class NotifyToken {

    /** Seconds that a caller's clock may be wrong, either way. */
    static final long TOLERANCE = 30;

    private static final String BEARER = "Bearer ";

    private final List<NotifyNumber> numbers;
    private final Clock clock;

    NotifyToken(List<NotifyNumber> numbers, Clock clock) {
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * The numbers of the service that calls, its default first.
     *
     * @param authorization null when there was no such header
     */
    List<NotifyNumber> check(String authorization) throws Refused {
        if (authorization == null) {
            throw refused(401, "Unauthorized: authentication token must be provided");
        }
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw refused(401, "Unauthorized: authentication bearer scheme must be used");
        }
        var parts = authorization.substring(BEARER.length()).split("\\.", -1);
        if (parts.length != 3) {
            throw refused(403, "Invalid token: not a JSON web token");
        }
        if (!"HS256".equals(decoded(parts[0]).path("alg").asText())) {
            throw refused(403, "Invalid token: algorithm used is not HS256");
        }
        var claims = decoded(parts[1]);
        var service = ofService(claims.path("iss").asText());
        var signature = signature(parts[0] + "." + parts[1], service.get(0).secret());
        if (!MessageDigest.isEqual(signature.getBytes(UTF_8), parts[2].getBytes(UTF_8))) {
            throw refused(403, "Invalid token: API key not found");
        }
        if (!claims.path("iat").isNumber()) {
            throw refused(403, "Invalid token: iat field not provided");
        }
        if (Math.abs(clock.instant().getEpochSecond() - claims.get("iat").asLong()) > TOLERANCE) {
            throw refused(403, "Error: Your system clock must be accurate to within 30 seconds");
        }
        return service;
    }

    private List<NotifyNumber> ofService(String issuer) throws Refused {
        if (issuer.isEmpty()) {
            throw refused(403, "Invalid token: iss field not provided");
        }
        var service = numbers.stream()
                .filter(number -> number.serviceId().equals(issuer))
                .toList();
        if (service.isEmpty()) {
            throw refused(403, "Invalid token: service not found");
        }
        return service;
    }

    private static JsonNode decoded(String part) throws Refused {
        try {
            return Json.object(new String(Base64.getUrlDecoder().decode(part), UTF_8));
        } catch (IllegalArgumentException e) {
            throw refused(403, "Invalid token: not a JSON web token");
        }
    }

    private static String signature(String signed, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Refused refused(int status, String message) {
        return NotifyApi.refused(status, "AuthError", message);
    }
}
