package uk.helpathand.contact.enquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.safety.Screening;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.time.Ids;

/** What a child adds once the message is safe. In these answers, too, a child may say that somebody hurts them. */
@ApplicationScoped
public class AddedDetails {

    /** A kind of outbox rows; handled in package handover. */
    public static final String OWED = "details";

    @Inject
    Conversations conversations;

    @Inject
    Screening screening;

    @Inject
    MasterKeys keys;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /**
     * Committed when it returns; the same form sent twice with the same answers is one row.
     *
     * @return how soon a person must look at it
     */
    public Assessment add(UUID conversationId, String formTokenId, Details details) {
        String answers = write(details);
        byte[] origin = keys.hash("details", formTokenId + "\n" + answers);
        Assessment assessment = assess(details);
        QuarkusTransaction.requiringNew().run(() -> {
            var conversation = Conversation.lock(conversationId);
            if (EnquiryDetails.count("origin", origin) > 0) {
                return;
            }
            var row = new EnquiryDetails();
            row.id = Ids.next();
            row.enquiryId = Enquiry.ofConversation(conversationId).orElseThrow(ProblemType.NOT_FOUND::exception).id;
            row.origin = origin;
            row.receivedAt = clock.instant();
            row.answers = conversations.cipherOf(conversationId).encrypt(answers, "enquiry_details.answers", row.id);
            row.persist();
            outbox.owe(OWED, row.id, conversationId, conversation.nextOutboxSequence(), assessment.isImmediate());
            conversations.confirm(conversation);
        });
        return assessment;
    }

    /** Read again when it is handed over: it is not kept beside the answers. */
    public Assessment assess(Details details) {
        return screening.assess(details.words());
    }

    /** For its hand-over. */
    public Details read(EnquiryDetails row, SubjectCipher cipher) {
        try {
            return json.readValue(row.answers(cipher), Details.class);
        } catch (JsonProcessingException e) {
            // Its message may hold what a child wrote.
            throw new IllegalStateException("details cannot be read");
        }
    }

    private String write(Details details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
