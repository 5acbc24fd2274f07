package uk.helpathand.local.sms;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Twilio's default handling of one-word texts (STANDARDS.md §1.2): it answers by itself, and after STOP it refuses what
 * the service sends. The text reaches the service all the same.
 */
final class TwilioKeywords {

    private static final Set<String> STOP =
            Set.of("STOP", "UNSUBSCRIBE", "END", "QUIT", "STOPALL", "REVOKE", "OPTOUT", "CANCEL");
    private static final Set<String> START = Set.of("START", "UNSTOP", "YES");
    private static final Set<String> HELP = Set.of("HELP", "INFO");

    private static final String STOPPED =
            "You have successfully been unsubscribed. You will not receive any more messages"
                    + " from this number. Reply START to resubscribe.";
    private static final String STARTED = "You have successfully been re-subscribed to messages from this number. Reply"
            + " HELP for help. Reply STOP to unsubscribe. Msg&Data Rates May Apply.";
    private static final String HELPED = "Reply STOP to unsubscribe. Msg&Data Rates May Apply.";

    private final Set<String> optedOut = new HashSet<>();

    /** STOP, START or HELP; null when the text is no keyword. */
    static String optOutType(String body) {
        var word = body.strip().toUpperCase(Locale.ROOT);
        if (STOP.contains(word)) {
            return "STOP";
        }
        if (START.contains(word)) {
            return "START";
        }
        return HELP.contains(word) ? "HELP" : null;
    }

    /** Remembers what this text means for later ones. Returns Twilio's own answer to the phone. */
    synchronized Optional<String> heard(Text text) {
        var type = optOutType(text.body());
        if (type == null) {
            return Optional.empty();
        }
        var pair = pair(text.service(), text.phone());
        return switch (type) {
            case "STOP" -> optedOut.add(pair) ? Optional.of(STOPPED) : Optional.empty();
            case "START" -> optedOut.remove(pair) ? Optional.of(STARTED) : Optional.empty();
            default -> Optional.of(HELPED);
        };
    }

    synchronized boolean refuses(ServiceNumber service, String phone) {
        return optedOut.contains(pair(service, phone));
    }

    private static String pair(ServiceNumber service, String phone) {
        return service.number() + " " + phone;
    }
}
