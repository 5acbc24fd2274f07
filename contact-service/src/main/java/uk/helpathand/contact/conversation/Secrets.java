package uk.helpathand.contact.conversation;

import java.security.SecureRandom;
import java.util.Base64;

/** Random values for cookies and tokens: 192 bits (ASVS 11.5.1 asks for 128). */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    public static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
