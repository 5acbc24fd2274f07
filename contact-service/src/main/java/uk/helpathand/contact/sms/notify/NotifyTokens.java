package uk.helpathand.contact.sms.notify;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * The bearer tokens by which Notify proves itself: nothing of its calls is signed, so whoever has a token is Notify. Two are
 * valid while one is being changed.
 */
final class NotifyTokens {

    private static final String SCHEME = "Bearer ";

    private final List<byte[]> tokens;

    NotifyTokens(List<String> tokens) {
        this.tokens = tokens.stream().map(NotifyTokens::bytes).toList();
    }

    /** Takes as long for a token that is nearly right as for any other. */
    boolean prove(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return false;
        }
        byte[] given = bytes(authorization.substring(SCHEME.length()).strip());
        boolean proved = false;
        for (byte[] token : tokens) {
            proved |= MessageDigest.isEqual(token, given);
        }
        return proved;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
