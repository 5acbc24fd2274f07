package uk.helpathand.contact.handover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.handover.FirstReturnHandover;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.WayBack;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Tells case-service that a thread was opened with its code for the first time. */
@ApplicationScoped
class HandOverFirstReturn implements OutboxHandler {

    @RestClient
    CaseServiceClient caseService;

    @Override
    public String kind() {
        return WayBack.FIRST_RETURN_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        Instant at = QuarkusTransaction.requiringNew().call(() -> Conversation.get(owed.streamId).firstReturnedAt);
        caseService.putFirstReturn(owed.streamId, new FirstReturnHandover(at));
    }
}
