package uk.helpathand.contact.sms;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** That its writer has numbered a text as a part of a whole: {@code (1/3)} or {@code [1/3]} at its head or foot. */
record HandNumbered(int number, int of) {

    private static final Pattern MARK = Pattern.compile(
            "^\\s*[(\\[](\\d{1,2})\\s*/\\s*(\\d{1,2})[)\\]]|[(\\[](\\d{1,2})\\s*/\\s*(\\d{1,2})[)\\]]\\s*$");

    /** Nobody writes more of them by hand. */
    private static final int MOST = 20;

    static Optional<HandNumbered> in(String text) {
        Matcher mark = MARK.matcher(text);
        if (!mark.find()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(mark.group(1) != null ? mark.group(1) : mark.group(3));
        int of = Integer.parseInt(mark.group(2) != null ? mark.group(2) : mark.group(4));
        return of < 2 || of > MOST || number < 1 || number > of
                ? Optional.empty()
                : Optional.of(new HandNumbered(number, of));
    }
}
