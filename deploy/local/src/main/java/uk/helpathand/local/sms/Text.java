package uk.helpathand.local.sms;

import java.net.URI;
import java.time.Instant;

/**
 * One text message as its provider knows it at one moment.
 *
 * @param id at the provider: a UUID at Notify, SM and 32 hex digits at Twilio
 * @param phone the other end: E.164, or letters where a sender has no number
 * @param reference what the service gave it; null at Twilio, and for texts from a phone
 * @param media how many pictures came with it
 * @param statuses where the send wants its states posted; null for where the number says
 * @param at when the provider took it
 * @param updatedAt when its state last changed
 */
public record Text(
        String id,
        ServiceNumber service,
        String phone,
        Direction direction,
        String body,
        String reference,
        int media,
        URI statuses,
        TextState state,
        Instant at,
        Instant updatedAt) {

    /** Which way it goes. */
    public enum Direction {
        FROM_PHONE,
        TO_PHONE,
        /** From the provider itself, in answer to a keyword. */
        AUTOMATIC
    }

    boolean fromPhone() {
        return direction == Direction.FROM_PHONE;
    }

    Text moved(TextState next, Instant when) {
        return new Text(id, service, phone, direction, body, reference, media, statuses, next, at, when);
    }

    /** Numbers and words are a child's, also in a simulator's trace. */
    @Override
    public String toString() {
        return "Text " + id + " " + state;
    }
}
