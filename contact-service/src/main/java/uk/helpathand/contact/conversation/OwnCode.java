package uk.helpathand.contact.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.time.Ids;

/**
 * What whoever reads a thread may do about its code: end it. Not renew it: somebody who got hold of the code could so shut
 * its owner out and read on. A new one is given by a person who has made sure.
 */
@ApplicationScoped
public class OwnCode {

    /** Kind of outbox rows; handled in package handover. */
    public static final String REVOCATION_OWED = "code-revocation";

    @Inject
    ReadingSessions sessions;

    @Inject
    ReturnCodes codes;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    /**
     * Committed when it returns.
     *
     * @param conversationId which this browser reads, as it was asked a moment ago
     * @return whether it still did, which it does no longer
     */
    public boolean end(UUID conversationId, String secret) {
        return QuarkusTransaction.requiringNew().call(() -> end(Conversation.lock(conversationId), secret));
    }

    /** Asked again under the lock: somebody whose thread was closed at this moment ends no newer code. */
    private boolean end(Conversation conversation, String secret) {
        if (sessions.conversationOf(secret).isEmpty()) {
            return false;
        }
        conversation.code.revoke(clock.instant());
        codes.close(conversation);
        outbox.owe(REVOCATION_OWED, Ids.next(), conversation.id, conversation.nextOutboxSequence());
        return true;
    }
}
