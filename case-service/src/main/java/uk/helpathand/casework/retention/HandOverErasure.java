package uk.helpathand.casework.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Has contact-service erase a conversation. What it refuses because somebody wrote since goes back to people. */
@ApplicationScoped
class HandOverErasure implements OutboxHandler {

    static final String KIND = "erasure";

    @Inject
    ErasureClient client;

    @Inject
    Erasures erasures;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage owed) {
        UUID conversationId = owed.subjectId;
        ErasureConversation row = QuarkusTransaction.requiringNew()
                .call(() -> ErasureConversation.owed(conversationId).orElse(null));
        if (row == null) {
            // Stopped meanwhile, or done by an earlier try.
            return;
        }
        if (client.erase(conversationId, row.toHandover())) {
            QuarkusTransaction.requiringNew().run(() -> erasures.erasedThere(row.erasureId, conversationId));
        } else {
            QuarkusTransaction.requiringNew().run(() -> erasures.stop(row.erasureId, "written-again"));
        }
    }
}
