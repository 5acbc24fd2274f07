package uk.helpathand.casework.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.handover.RedactedWordsHandover;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Says what is left of the words about safe contact, as they stand now; the version tells an older call from a newer. */
@ApplicationScoped
class HandOverRedactedWords implements OutboxHandler {

    static final String KIND = "redacted-words";

    @RestClient
    ContactServiceClient contactService;

    @Inject
    DataKeys dataKeys;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage owed) {
        RedactedWordsHandover left = QuarkusTransaction.requiringNew().call(() -> load(owed.subjectId));
        if (left == null) {
            // Erased meanwhile: it goes at contact-service by a row of its own.
            return;
        }
        contactService.putRedactedWords(owed.subjectId, left);
    }

    private RedactedWordsHandover load(UUID id) {
        Conversation conversation = Conversation.findById(id);
        if (conversation == null) {
            return null;
        }
        return conversation.wish.toRedactedWords(dataKeys.open(SubjectKind.ENQUIRY, conversation.enquiryId), id);
    }
}
