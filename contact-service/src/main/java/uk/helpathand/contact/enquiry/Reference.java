package uk.helpathand.contact.enquiry;

import java.security.SecureRandom;

/** How staff and the requester name an enquiry: an identifier, never a credential. No letters that look alike. */
final class Reference {

    private static final String LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ";
    private static final int LENGTH = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Reference() {}

    /** {@code HH-XXXX-XXXX}: 38 bits, so that a clash of two stays a thing for the unique constraint. */
    static String random() {
        var reference = new StringBuilder("HH");
        for (int i = 0; i < LENGTH; i++) {
            reference.append(i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}
