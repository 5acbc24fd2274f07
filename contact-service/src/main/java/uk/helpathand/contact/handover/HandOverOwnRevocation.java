package uk.helpathand.contact.handover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.handover.CodeRevocationHandover;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.OwnCode;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Tells case-service that the child or adult ended their own code, unless they have a new one by now. */
@ApplicationScoped
class HandOverOwnRevocation implements OutboxHandler {

    @RestClient
    CaseServiceWayBackClient caseService;

    @Override
    public String kind() {
        return OwnCode.REVOCATION_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        Instant at = QuarkusTransaction.requiringNew().call(() -> Conversation.get(owed.streamId).code.revokedAt);
        if (at != null) {
            caseService.putOwnRevocation(owed.streamId, owed.subjectId, new CodeRevocationHandover(at));
        }
    }
}
