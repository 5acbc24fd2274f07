package uk.helpathand.contact.sms;

import java.time.Instant;
import java.util.UUID;

/**
 * A text on its way out. It has no {@code toString} of its parts: numbers and words are for the provider alone.
 *
 * @param reference ours, the same for each try of the same text: the id of the message, or of the first answer; it tells nothing of anybody
 * @param from the service number, E.164
 * @param to E.164
 * @param firstTriedAt when the first try began, by our clock: where {@link SmsGateway#find} begins to look
 */
public record TextToSend(UUID reference, String from, String to, String body, Instant firstTriedAt) {

    @Override
    public String toString() {
        return "text " + reference;
    }
}
