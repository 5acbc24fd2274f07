package uk.helpathand.casework.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Puts a reply on the child's or adult's thread. */
@ApplicationScoped
class HandOverReply implements OutboxHandler {

    @RestClient
    ContactServiceClient contactService;

    @Inject
    Clock clock;

    @Override
    public String kind() {
        return Replies.REPLY_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) throws Refused {
        UUID id = owed.subjectId;
        Message reply = OutboxHandler.load("message", () -> Message.findById(id));
        contactService.putReply(reply.conversationId, id, reply.toHandover());
        QuarkusTransaction.requiringNew().run(() -> Deliveries.handedOver(id, clock.instant()));
    }
}
