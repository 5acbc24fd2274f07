package uk.helpathand.contact.handover;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import uk.helpathand.api.Channel;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Requester;
import uk.helpathand.api.handover.EnquiryHandover;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.Message;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.Enquiry;
import uk.helpathand.contact.safety.Screening;
import uk.helpathand.platform.crypto.StorableTree;
import uk.helpathand.platform.outbox.OutboxHandler;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Hands an enquiry with its conversation and first message to case-service. */
@ApplicationScoped
class HandOverEnquiry implements OutboxHandler {

    @RestClient
    CaseServiceClient caseService;

    @Inject
    Conversations conversations;

    @Inject
    Screening screening;

    @Inject
    ObjectMapper json;

    @Override
    public String kind() {
        return Enquiries.ENQUIRY_OWED;
    }

    @Override
    public void handle(OutboxMessage owed) {
        EnquiryHandover body = QuarkusTransaction.requiringNew().call(() -> load(owed.subjectId));
        caseService.putEnquiry(owed.subjectId, body);
    }

    private List<String> warnings(String happening, String wanted, Referral referral) {
        List<String> said = referral == null ? List.of() : referral.freeTexts();
        return Stream.concat(Stream.of(happening, wanted), said.stream())
                .flatMap(text -> screening.contentWarnings(text).stream())
                .distinct()
                .toList();
    }

    private EnquiryHandover load(UUID id) {
        Enquiry enquiry = Enquiry.findById(id);
        Conversation conversation = Conversation.get(enquiry.conversationId);
        Message first = Message.findById(enquiry.messageId);
        var cipher = conversations.cipherOf(conversation.id);
        var happening = new Storable(first.text(cipher));
        var wanted = new Storable(enquiry.wanted(cipher));
        JsonNode said = read(enquiry.referral(cipher));
        JsonNode storable = StorableTree.of(said);
        Referral referral = json.convertValue(storable, Referral.class);
        return new EnquiryHandover(
                conversation.id,
                first.id,
                enquiry.reference,
                Channel.fromString(enquiry.channel),
                Requester.fromString(conversation.requester),
                enquiry.receivedAt,
                conversation.language,
                happening.text(),
                wanted.text(),
                enquiry.safe(),
                enquiry.urgency(),
                enquiry.urgencyReasons(),
                enquiry.children(),
                Storable.of(conversation.safeContact(cipher)),
                conversation.isUnconfirmed(),
                warnings(happening.text(), wanted.text(), referral),
                referral,
                happening.altered() || wanted.altered() || !storable.equals(said),
                enquiry.possibleLinks(),
                first.part(),
                first.media);
    }

    private JsonNode read(String referral) {
        try {
            return referral == null ? NullNode.instance : json.readTree(referral);
        } catch (JsonProcessingException e) {
            // Its message may hold what somebody wrote.
            throw new IllegalStateException("a referral cannot be read");
        }
    }
}
