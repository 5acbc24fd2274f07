package uk.helpathand.contact.handover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.handover.ConfirmationHandover;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.enquiry.Enquiry;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Tells case-service that an enquiry which came in a flood is a person's. */
@ApplicationScoped
class HandOverConfirmation implements OutboxHandler {

    @RestClient
    CaseServiceClient caseService;

    private record Loaded(UUID enquiryId, ConfirmationHandover body) {}

    @Override
    public String kind() {
        return Conversations.CONFIRMATION_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        Loaded loaded = QuarkusTransaction.requiringNew()
                .call(() -> new Loaded(
                        Enquiry.ofConversation(owed.streamId).orElseThrow().id,
                        new ConfirmationHandover(Conversation.get(owed.streamId).confirmedAt())));
        caseService.putConfirmation(loaded.enquiryId, loaded.body);
    }
}
