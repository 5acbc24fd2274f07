package uk.helpathand.casework.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.SafeContact;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Says how the team may answer, as it was told; the version tells contact-service an older call from a newer. */
@ApplicationScoped
public class HandOverSafeContact implements OutboxHandler {

    public static final String KIND = "safe-contact";

    @RestClient
    ContactServiceClient contactService;

    @Inject
    DataKeys dataKeys;

    private record Loaded(Instant toldAt, long wordsVersion, SafeContact told) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(OutboxMessage owed) {
        Loaded loaded = QuarkusTransaction.requiringNew().call(() -> load(owed.subjectId));
        if (loaded == null) {
            // Erased meanwhile: it goes at contact-service by a row of its own.
            return;
        }
        contactService.putSafeContact(owed.subjectId, loaded.toldAt, loaded.wordsVersion, loaded.told);
    }

    private Loaded load(UUID id) {
        Conversation conversation = Conversation.findById(id);
        if (conversation == null) {
            return null;
        }
        var cipher = dataKeys.open(SubjectKind.ENQUIRY, conversation.enquiryId);
        var wish = conversation.wish;
        return new Loaded(wish.toldAt, wish.wordsVersion, wish.toHandover(cipher, id));
    }
}
