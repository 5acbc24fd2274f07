package uk.helpathand.casework.casefile;

import java.security.SecureRandom;
import java.util.function.Predicate;

/** Short codes by which people name a case or a child. No vowels, so no words; no letters that look alike. */
public final class Reference {

    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";
    private static final int LENGTH = 6;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /** One that is not taken yet. Should two take the same at the same moment, the unique constraint refuses one. */
    public static String unused(String prefix, Predicate<String> taken) {
        String reference;
        do {
            reference = prefix + random();
        } while (taken.test(reference));
        return reference;
    }

    private static String random() {
        var code = new StringBuilder(LENGTH);
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }
}
