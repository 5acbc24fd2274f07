package uk.helpathand.contact.handover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.contact.conversation.ContactState;
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

    @Override
    public String kind() {
        return Conversations.CONTACT_STATE_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        ContactState state = QuarkusTransaction.requiringNew().call(() -> load(owed.streamId));
        caseService.putContactState(
                owed.streamId, state.staffVersion(), state.wordsVersion(), Storable.of(state.contact()));
    }

    private ContactState load(UUID conversationId) {
        return Conversation.get(conversationId).contactState(conversations.cipherOf(conversationId));
    }
}
