package uk.helpathand.contact.referral;

import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A time of day as people type it: {@code 9}, {@code 9.30am}, {@code 1430}, {@code noon}. */
public final class TypedTime {

    private static final Pattern TIME = Pattern.compile(
            "([0-9]{1,2})[:. ]?([0-9]{2})?(?::[0-9]{2})?\\s*(am|pm|a\\.m\\.|p\\.m\\.|h|hrs|o['’]?clock)?");
    private static final int NOON = 12;

    private TypedTime() {}

    /** Null for what is no time. */
    public static LocalTime of(String typed) {
        String plain = typed.trim().toLowerCase(Locale.ROOT);
        if (plain.equals("noon") || plain.equals("midday")) {
            return LocalTime.NOON;
        }
        Matcher time = TIME.matcher(plain);
        if (!time.matches()) {
            return null;
        }
        int hour = Integer.parseInt(time.group(1));
        int minute = time.group(2) == null ? 0 : Integer.parseInt(time.group(2));
        String half = time.group(3) == null ? "" : time.group(3).substring(0, 1);
        if (half.equals("p") && hour < NOON) {
            hour += NOON;
        } else if (half.equals("a") && hour == NOON) {
            hour = 0;
        }
        return hour > 23 || minute > 59 ? null : LocalTime.of(hour, minute);
    }
}
