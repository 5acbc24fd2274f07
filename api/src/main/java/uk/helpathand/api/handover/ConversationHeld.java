package uk.helpathand.api.handover;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.helpathand.api.SafeContact;

/**
 * What contact-service holds of a conversation, for a copy that somebody asked for. Words are those that case-service holds as
 * well, so it is said that they are here and not repeated. Of a return code there are times, never the code or its hash.
 *
 * @param nextStep what the page says happens next; absent where it says what the stage means
 * @param contactSetAt when the child or adult last said how to answer
 * @param confirmedAt when the sender of one that came in a flood showed that they are a person; absent otherwise
 * @param firstReturnedAt when the return code first opened the thread; absent while it never has
 * @param codeRevokedAt since when no return code opens the thread; absent while one does
 * @param codeExpiresAt when the return code ends by itself; absent when it does not
 * @param codesRevoked when somebody asked for a revocation
 * @param codesMade when a new code was made
 * @param readersSeenAt when browsers that may read at this moment last did
 * @param requestWords whether what was wanted, an adult's referral or later details are still here
 * @param numberHeardAt when the number that goes on with this conversation last texted; absent when none has
 * @param numberAnsweredAt when a machine last answered it; absent when none has
 * @param notHandedOver how many things case-service has not been given yet
 */
public record ConversationHeld(
        Instant begunAt,
        String language,
        boolean beganByText,
        String nextStep,
        SafeContact safeContact,
        Instant contactSetAt,
        Instant confirmedAt,
        Instant firstReturnedAt,
        Instant codeRevokedAt,
        Instant codeExpiresAt,
        @Schema(required = true) List<Instant> codesRevoked,
        @Schema(required = true) List<Instant> codesMade,
        @Schema(required = true) List<Instant> readersSeenAt,
        @Schema(required = true) List<MessageHeld> messages,
        @Schema(required = true) List<TextHeld> texts,
        @Schema(required = true) List<EventHeld> events,
        boolean requestWords,
        Instant numberHeardAt,
        Instant numberAnsweredAt,
        long notHandedOver) {

    /**
     * One message.
     *
     * @param seenAt when an open thread first showed it; absent while none has, and for what the child or adult wrote
     * @param words whether they are still here
     */
    public record MessageHeld(UUID id, Instant at, String author, Instant seenAt, boolean words) {}

    /**
     * A text or e-mail about a message, and how far it got.
     *
     * @param state {@code held}, {@code sending}, {@code sent}, {@code delivered}, {@code not-delivered}, {@code refused}
     * @param heldUntil when a held one may go; absent otherwise
     * @param provider that was tried; absent for an e-mail, and while none was
     */
    public record TextHeld(UUID id, String route, String state, Instant at, Instant heldUntil, String provider) {}

    /**
     * What a provider of texts told.
     *
     * @param bytes whether they are still here as they came
     */
    public record EventHeld(UUID id, String provider, String kind, Instant receivedAt, boolean bytes) {}
}
