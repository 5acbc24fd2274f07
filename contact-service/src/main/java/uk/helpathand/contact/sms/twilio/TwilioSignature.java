package uk.helpathand.contact.sms.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks {@code X-Twilio-Signature} (STANDARDS 1.2): an HMAC of the address as Twilio called it and of every pair of the form.
 * The address is the configured public one with the path and query of the call. Neither {@code Host} nor
 * {@code X-Forwarded-...} is asked: whoever calls can write them.
 */
final class TwilioSignature {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String BODY_HASH = "bodySHA256=";

    private final String publicUrl;
    private final List<String> tokens;

    /** @param tokens each is believed; two while they are changed */
    TwilioSignature(String publicUrl, List<String> tokens) {
        this.publicUrl = publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
        this.tokens = tokens;
    }

    /**
     * Takes as long for a signature that is nearly right as for any other.
     *
     * @param pathAndQuery undecoded
     * @param contentType a form, or none: its pairs are signed. All else is signed by the hash of the body in the query; a form
     *     never is, whatever its query says
     */
    boolean prove(String signature, String pathAndQuery, String contentType, byte[] body) {
        boolean form = isForm(contentType);
        byte[] pairs = form ? TwilioForm.of(body).signed() : new byte[0];
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean proved = false;
        for (String address : bothPortForms(publicUrl + pathAndQuery)) {
            for (String token : tokens) {
                proved |= MessageDigest.isEqual(sign(token, address, pairs), given);
            }
        }
        return proved & (form || namesHashOf(body, pathAndQuery));
    }

    private static boolean isForm(String contentType) {
        return contentType == null
                || contentType.isBlank()
                || contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT).equals(FORM);
    }

    /** The query names the hash of this very body, once. */
    private static boolean namesHashOf(byte[] body, String pathAndQuery) {
        int query = pathAndQuery.indexOf('?');
        List<String> hashes = query < 0
                ? List.of()
                : Arrays.stream(pathAndQuery.substring(query + 1).split("&"))
                        .filter(pair -> pair.startsWith(BODY_HASH))
                        .toList();
        return hashes.size() == 1
                && MessageDigest.isEqual(
                        bytes(hashes.get(0).substring(BODY_HASH.length())),
                        bytes(HexFormat.of().formatHex(sha256(body))));
    }

    /**
     * Twilio signs its address with the default port written in or without any, and does not say when. Only the port is
     * touched: nothing is taken apart and put together again, which would change {@code %2B}.
     */
    static List<String> bothPortForms(String address) {
        int host = address.indexOf("://") + 3;
        int end = Stream.of("/", "?", "#")
                .mapToInt(mark -> address.indexOf(mark, host))
                .filter(index -> index >= 0)
                .min()
                .orElse(address.length());
        String before = address.substring(0, end);
        String after = address.substring(end);
        String name = before.replaceFirst(":[0-9]+$", "");
        return name.equals(before)
                ? List.of(address, before + (address.startsWith("https:") ? ":443" : ":80") + after)
                : List.of(address, name + after);
    }

    private static byte[] sign(String token, String address, byte[] pairs) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(bytes(token), "HmacSHA1"));
            mac.update(bytes(address));
            return Base64.getEncoder().encode(mac.doFinal(pairs));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
