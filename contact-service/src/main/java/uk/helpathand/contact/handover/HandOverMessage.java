package uk.helpathand.contact.handover;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.handover.MessageHandover;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.Message;
import uk.helpathand.contact.safety.Screening;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Hands a later message to case-service. */
@ApplicationScoped
class HandOverMessage implements OutboxHandler {

    @RestClient
    CaseServiceClient caseService;

    @Inject
    Conversations conversations;

    @Inject
    Screening screening;

    @Override
    public String kind() {
        return Conversations.MESSAGE_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        MessageHandover body = QuarkusTransaction.requiringNew().call(() -> load(owed.subjectId));
        caseService.putMessage(owed.streamId, owed.subjectId, body);
    }

    private MessageHandover load(UUID id) {
        Message message = Message.findById(id);
        var text = new Storable(message.text(conversations.cipherOf(message.conversationId)));
        return new MessageHandover(
                message.author(),
                message.at,
                text.text(),
                Urgency.fromString(message.urgency),
                message.urgencyReasons(),
                message.language,
                screening.contentWarnings(text.text()),
                text.altered(),
                message.part(),
                message.media);
    }
}
