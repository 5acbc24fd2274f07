package uk.helpathand.local.sms;

import java.time.Duration;

/**
 * How long the providers take and wait. {@link #REAL} has the figures of STANDARDS.md §1.1 and §1.2; tests shorten them.
 *
 * @param retryAfter between two tries of a callback of Notify
 * @param notifyWithin in which Notify wants an answer to a callback
 * @param twilioWithin the same of Twilio, for all tries together
 * @param deliverAfter from a send to the phone
 * @param hang for how long a send that was accepted is not answered ({@link SendFault#ACCEPT_THEN_HANG})
 * @param heldBack for how long at most a callback waits to be overtaken ({@link Faults#reordered})
 */
public record Timing(
        Duration retryAfter,
        Duration notifyWithin,
        Duration twilioWithin,
        Duration deliverAfter,
        Duration hang,
        Duration heldBack) {

    public static final Timing REAL = new Timing(
            Duration.ofSeconds(300),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofMillis(500),
            Duration.ofSeconds(10),
            Duration.ofSeconds(1));

    public Timing withRetryAfter(Duration interval) {
        return new Timing(interval, notifyWithin, twilioWithin, deliverAfter, hang, heldBack);
    }
}
