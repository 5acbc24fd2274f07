package uk.helpathand.contact.sms.notify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * An API key of GOV.UK Notify: {@code {name}-{id of the service}-{secret}}, of which the name may hold hyphens too. Signs the
 * token of each call, which Notify takes for 30 s before and after its own time (STANDARDS 1.1).
 */
final class NotifyKey {

    private static final int UUID_LENGTH = 36;
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = part("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");

    private final String service;
    private final String secret;

    private NotifyKey(String service, String secret) {
        this.service = service;
        this.secret = secret;
    }

    /** Empty for what is no key. */
    static Optional<NotifyKey> parse(String key) {
        int secret = key.length() - UUID_LENGTH;
        int service = secret - 1 - UUID_LENGTH;
        if (service < 0 || key.charAt(secret - 1) != '-') {
            return Optional.empty();
        }
        String serviceId = key.substring(service, secret - 1);
        return isUuid(serviceId) && isUuid(key.substring(secret))
                ? Optional.of(new NotifyKey(serviceId, key.substring(secret)))
                : Optional.empty();
    }

    /** A JSON Web Token, HS256, issued by the service now. */
    String token(Instant now) {
        String signed = HEADER + "." + part("{\"iss\":\"" + service + "\",\"iat\":" + now.getEpochSecond() + "}");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + URL.encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(String json) {
        return URL.encodeToString(json.getBytes(StandardCharsets.US_ASCII));
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equalsIgnoreCase(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
