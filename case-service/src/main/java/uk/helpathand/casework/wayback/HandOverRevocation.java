package uk.helpathand.casework.wayback;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.casework.conversation.ContactServiceClient;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Tells contact-service that a return code must open nothing any more. */
@ApplicationScoped
class HandOverRevocation implements OutboxHandler {

    static final String KIND = "code-revocation";

    @RestClient
    ContactServiceClient contactService;

    @Inject
    Clock clock;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage owed) throws Refused {
        UUID id = owed.subjectId;
        CodeRevocation revocation = OutboxHandler.load("revocation", () -> CodeRevocation.findById(id));
        contactService.putCodeRevocation(revocation.conversationId, id, revocation.toHandover());
        QuarkusTransaction.requiringNew().run(() -> CodeRevocation.handedOver(id, clock.instant()));
    }
}
