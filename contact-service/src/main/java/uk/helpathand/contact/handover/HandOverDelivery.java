package uk.helpathand.contact.handover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.Message;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Tells case-service that a reply was on the thread when it was opened with the code. */
@ApplicationScoped
class HandOverDelivery implements OutboxHandler {

    @RestClient
    CaseServiceClient caseService;

    @Override
    public String kind() {
        return Conversations.DELIVERY_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        Message reply = QuarkusTransaction.requiringNew().call(() -> Message.findById(owed.subjectId));
        caseService.putDelivery(owed.streamId, owed.subjectId, new DeliveryHandover(DeliveryState.SEEN, reply.seenAt));
    }
}
