package uk.helpathand.contact.handover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.contact.sms.OutgoingText;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Tells case-service how far the text about a reply got: as it is now, so that an older row tells the same once more. */
@ApplicationScoped
class HandOverTextState implements OutboxHandler {

    @RestClient
    CaseServiceClient caseService;

    private record Loaded(UUID messageId, DeliveryHandover body) {}

    @Override
    public String kind() {
        return OutgoingText.STATE_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        Loaded loaded = QuarkusTransaction.requiringNew().call(() -> {
            OutgoingText text = OutgoingText.findById(owed.subjectId);
            return new Loaded(text.messageId, text.toHandover());
        });
        caseService.putDelivery(owed.streamId, loaded.messageId, loaded.body);
    }
}
