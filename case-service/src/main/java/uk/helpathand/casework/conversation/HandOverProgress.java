package uk.helpathand.casework.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Says what happens next as it stands now; the version tells contact-service an older call from a newer. */
@ApplicationScoped
class HandOverProgress implements OutboxHandler {

    @RestClient
    ContactServiceClient contactService;

    @Override
    public String kind() {
        return Replies.PROGRESS_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) throws Refused {
        Conversation conversation = OutboxHandler.load("conversation", () -> Conversation.findById(owed.subjectId));
        contactService.putProgress(conversation.id, conversation.progress.toHandover());
    }
}
