package uk.helpathand.contact.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import uk.helpathand.contact.conversation.Secrets;
import uk.helpathand.platform.crypto.MasterKeys;

/**
 * Signed tokens of forms. A token's id makes a form that is sent twice one request. It never expires: a child may write
 * for hours, and an old page is no danger.
 */
@ApplicationScoped
class FormTokens {

    private static final int MAC_BYTES = 16;

    @Inject
    MasterKeys keys;

    String issue() {
        return of(Secrets.random());
    }

    /** Of a form that has an id of its own. */
    String of(String id) {
        return id + "." + mac(id);
    }

    /** The id of a token that was made here; empty for a missing or a forged one. */
    Optional<String> idOf(String token) {
        int dot = token == null ? -1 : token.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String id = token.substring(0, dot);
        boolean genuine = MessageDigest.isEqual(bytes(mac(id)), bytes(token.substring(dot + 1)));
        return genuine ? Optional.of(id) : Optional.empty();
    }

    private String mac(String id) {
        byte[] mac = Arrays.copyOf(keys.hash("form-token", id), MAC_BYTES);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
