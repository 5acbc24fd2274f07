package uk.helpathand.contact.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.platform.outbox.Outbox;

/** Coming back with the code. */
@ApplicationScoped
public class WayBack {

    /** Kind of outbox rows; handled in package handover. */
    public static final String FIRST_RETURN_OWED = "first-return";

    @Inject
    Conversations conversations;

    @Inject
    ReadingSessions sessions;

    @Inject
    Outbox outbox;

    @Inject
    Event<ReturnMetrics.Returned> returned;

    @Inject
    Clock clock;

    /** Opens the thread for one browser: the secret for its cookie. Empty for a code that opens nothing, whatever the cause. */
    public Optional<String> open(String typedCode) {
        return QuarkusTransaction.requiringNew()
                .call(() -> conversations.find(typedCode).flatMap(id -> open(id, typedCode)));
    }

    /** Asked again under the lock: a code that is revoked at this moment must leave no open thread behind. */
    private Optional<String> open(UUID conversationId, String typedCode) {
        var conversation = Conversation.lock(conversationId);
        byte[] hash = conversations.codeHash(ReturnCode.typed(typedCode));
        if (!conversation.code.opensFor(hash, clock.instant())) {
            return Optional.empty();
        }
        conversations.confirm(conversation);
        if (conversation.firstReturnedAt == null) {
            conversation.firstReturnedAt = clock.instant();
            returned.fire(
                    new ReturnMetrics.Returned(Duration.between(conversation.createdAt, conversation.firstReturnedAt)));
            outbox.owe(FIRST_RETURN_OWED, conversationId, conversationId, conversation.nextOutboxSequence());
        }
        return Optional.of(sessions.open(conversationId));
    }
}
