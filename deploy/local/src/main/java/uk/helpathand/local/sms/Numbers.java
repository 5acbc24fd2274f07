package uk.helpathand.local.sms;

import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers as the providers read and write them. */
final class Numbers {

    private static final Pattern BETWEEN = Pattern.compile("[\\s().-]");
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9]\\d{7,14}");
    private static final Pattern UK_MOBILE = Pattern.compile("\\+447\\d{9}");

    private Numbers() {}

    /** E.164, of a number written in any of the usual ways; a UK number may begin with 0. */
    static Optional<String> e164(String typed) {
        var digits = BETWEEN.matcher(typed.strip()).replaceAll("");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        } else if (digits.startsWith("0")) {
            digits = "+44" + digits.substring(1);
        } else if (digits.startsWith("44")) {
            digits = "+" + digits;
        } else if (digits.startsWith("+440")) {
            // As in +44 (0)7700 900123
            digits = "+44" + digits.substring(4);
        }
        return INTERNATIONAL.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }

    static boolean isUkLandline(String e164) {
        return e164.startsWith("+44") && !UK_MOBILE.matcher(e164).matches();
    }

    /** 07700 900123 without the gap, as Notify names a number of the service. */
    static String national(String e164) {
        return e164.startsWith("+44") ? "0" + e164.substring(3) : e164;
    }

    /** 07700 900123, for people. */
    static String readable(String e164) {
        var national = national(e164);
        return UK_MOBILE.matcher(e164).matches() ? national.substring(0, 5) + " " + national.substring(5) : national;
    }

    /** 447700900123, as Notify names a sender. */
    static String withoutPlus(String e164) {
        return e164.startsWith("+") ? e164.substring(1) : e164;
    }
}
