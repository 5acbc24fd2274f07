package uk.helpathand.casework.retention;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.casework.conversation.ContactServiceClient;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Has contact-service erase a conversation. What it refuses because somebody wrote since goes back to people. */
@ApplicationScoped
class HandOverErasure implements OutboxHandler {

    static final String KIND = "erasure";

    @RestClient
    ContactServiceClient contactService;

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
        if (erased(row)) {
            QuarkusTransaction.requiringNew().run(() -> erasures.erasedThere(row.erasureId, conversationId));
        } else {
            QuarkusTransaction.requiringNew().run(() -> erasures.stop(row.erasureId, "written-again"));
        }
    }

    /** False for a refusal; anything else that is no success is tried again. */
    private boolean erased(ErasureConversation row) {
        try {
            contactService.putErasure(row.conversationId, row.toHandover());
            return true;
        } catch (WebApplicationException e) {
            if (e.getResponse().getStatus() == Response.Status.CONFLICT.getStatusCode()) {
                return false;
            }
            throw e;
        }
    }
}
