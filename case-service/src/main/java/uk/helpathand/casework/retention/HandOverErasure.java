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
        // None where it was stopped meanwhile, or done by an earlier try.
        QuarkusTransaction.requiringNew()
                .call(() -> erasures.toCarryOut(owed.subjectId))
                .forEach(this::erase);
    }

    /** Two workers may be at the same one: all of it may be done twice. */
    private void erase(ErasureConversation row) {
        UUID conversationId = row.conversationId;
        if (client.erase(conversationId, row.toHandover())) {
            QuarkusTransaction.requiringNew().run(() -> erasures.erasedThere(row));
        } else {
            QuarkusTransaction.requiringNew().run(() -> erasures.stop(row.erasureId, "written-again"));
        }
    }
}
