package uk.helpathand.contact.handover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Tells case-service how the team may answer now; the version tells an older call from a newer. */
@ApplicationScoped
class HandOverContactState implements OutboxHandler {

    @RestClient
    CaseServiceClient caseService;

    @Inject
    Conversations conversations;

    private record Loaded(long staffVersion, SafeContact state) {}

    @Override
    public String kind() {
        return Conversations.CONTACT_STATE_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        Loaded loaded = QuarkusTransaction.requiringNew().call(() -> load(owed.streamId));
        caseService.putContactState(owed.streamId, loaded.staffVersion, loaded.state);
    }

    private Loaded load(UUID conversationId) {
        var conversation = Conversation.get(conversationId);
        var state = conversation.safeContact(conversations.cipherOf(conversationId));
        return new Loaded(conversation.staffContactVersion(), Storable.of(state));
    }
}
