package uk.helpathand.contact.enquiry;

import java.time.Instant;
import java.util.UUID;
import uk.helpathand.api.Requester;
import uk.helpathand.contact.conversation.SentTickets.Sent;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;

/**
 * An enquiry that is safe with us.
 *
 * @param returnCode only the first time; nobody can find it out again
 * @param fresh false for a repeat of the same form
 * @param unconfirmed it came in a flood: its sender is asked to show that they are a person
 */
public record Received(
        UUID conversationId,
        String reference,
        Assessment assessment,
        Instant receivedAt,
        String returnCode,
        boolean fresh,
        boolean unconfirmed) {

    /** What the page after sending is made of where the browser keeps no cookies: then it was a child's. */
    public Sent toSent() {
        return new Sent(conversationId, Requester.CHILD, receivedAt, returnCode, unconfirmed);
    }

    /** With what is seen in what was sent now, where it is more. */
    Received raised(Assessment seen) {
        return new Received(
                conversationId, reference, assessment.and(seen), receivedAt, returnCode, fresh, unconfirmed);
    }

    /** The code opens a thread: it never enters a log. */
    @Override
    public String toString() {
        return "Received[" + reference + "]";
    }
}
