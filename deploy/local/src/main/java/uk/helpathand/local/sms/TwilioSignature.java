package uk.helpathand.local.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** X-Twilio-Signature as Twilio makes it (STANDARDS.md §1.2). The service has its own, so that neither proves itself. */
final class TwilioSignature {

    private TwilioSignature() {}

    /** @param url as it stands at Twilio, undecoded; each name once among the fields */
    static String of(String url, Map<String, String> fields, String authToken) {
        var signed = new StringBuilder(url);
        // Java sorts by UTF-16; the names are ASCII, where that is the order of the bytes.
        new TreeMap<>(fields).forEach((name, value) -> signed.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(authToken.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(signed.toString().getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
