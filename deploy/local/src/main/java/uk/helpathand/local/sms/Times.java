package uk.helpathand.local.sms;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as the providers write them, always UTC. */
final class Times {

    private static final DateTimeFormatter NOTIFY = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter TWILIO = DateTimeFormatter.ofPattern(
                    "EEE, dd MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /** With microseconds. */
    static String notify(Instant at) {
        return NOTIFY.format(at);
    }

    /** As in mails, to the second. */
    static String twilio(Instant at) {
        return TWILIO.format(at);
    }
}
