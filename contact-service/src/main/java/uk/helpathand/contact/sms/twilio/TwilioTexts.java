package uk.helpathand.contact.sms.twilio;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.contact.sms.ReceivedText;
import uk.helpathand.contact.sms.TextState;
import uk.helpathand.contact.sms.TextStatus;

/** What Twilio's webhooks tell, read from their forms (STANDARDS 1.2). */
final class TwilioTexts {

    /**
     * Reasons for "undelivered" that another day does not mend: blocked, no such phone, a landline, refused by the network as
     * unwanted, opted out.
     */
    private static final Set<String> FOR_GOOD = Set.of("30004", "30005", "30006", "30007", "21610");

    private static final Set<String> OPT_OUT_TYPES = Set.of("STOP", "START", "HELP");

    private TwilioTexts() {}

    /**
     * A received text; empty where it has no id, or neither a sender nor words. The sender may be nobody. Twilio says nothing of
     * when it was sent.
     */
    static Optional<ReceivedText> received(TwilioForm form, byte[] raw) {
        String sid = word(form, "MessageSid");
        String from = word(form, "From");
        if (sid.isBlank() || from.isBlank() && form.text("Body") == null) {
            return Optional.empty();
        }
        int media = count(word(form, "NumMedia"));
        String optOut = word(form, "OptOutType");
        return Optional.of(new ReceivedText(
                TwilioSmsGateway.PROVIDER,
                sid,
                from,
                word(form, "To"),
                media == 0 ? form.text("Body") : word(form, "Body"),
                null,
                media,
                OPT_OUT_TYPES.contains(optOut) ? optOut : null,
                raw));
    }

    /** Whatever else Twilio says with it one day: what holds words, or was received, is no news of a text of ours. */
    static boolean isReceived(TwilioForm form) {
        return form.text("Body") != null || "received".equals(form.text("SmsStatus"));
    }

    /**
     * News of a text of ours; empty where it does not say of which, or what.
     *
     * @param reference of our own status address; anything but a UUID is none
     */
    static Optional<TextStatus> status(TwilioForm form, String reference, Clock clock) {
        String sid = word(form, "MessageSid");
        String status = word(form, "MessageStatus");
        if (sid.isBlank() || status.isBlank()) {
            return Optional.empty();
        }
        String error = word(form, "ErrorCode");
        return Optional.of(new TextStatus(
                TwilioSmsGateway.PROVIDER,
                sid,
                isUuid(reference) ? reference : null,
                status,
                state(status, error),
                error.isEmpty() ? null : error,
                clock.instant()));
    }

    /** Null for a word that we do not know. "Read" is no more than delivered: it says nothing of who has read. */
    static TextState state(String status, String error) {
        return switch (status) {
            case "queued", "accepted", "scheduled" -> TextState.ACCEPTED;
            case "sending" -> TextState.SENDING;
            case "sent", "partially_delivered" -> TextState.SENT;
            case "delivered", "read" -> TextState.DELIVERED;
            case "undelivered" -> FOR_GOOD.contains(error) ? TextState.FAILED : TextState.FAILED_FOR_NOW;
            case "failed", "canceled" -> TextState.FAILED;
            default -> null;
        };
    }

    /** Nought for what is no number. */
    static int count(String text) {
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    }

    private static String word(TwilioForm form, String name) {
        String word = form.text(name);
        return word == null ? "" : word;
    }

    private static boolean isUuid(String text) {
        try {
            return text != null && UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
