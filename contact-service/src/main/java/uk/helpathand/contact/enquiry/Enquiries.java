package uk.helpathand.contact.enquiry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Channel;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Requester;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.Conversations.Beginning;
import uk.helpathand.contact.conversation.NewMessage;
import uk.helpathand.contact.safety.Screening;
import uk.helpathand.contact.safety.UrgencyRules;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.time.Ids;

/** Receives requests for help: the heart. Nothing here can refuse a child's words. */
@ApplicationScoped
public class Enquiries {

    /** A kind of outbox rows; handled in package handover. */
    public static final String ENQUIRY_OWED = "enquiry";

    @Inject
    Conversations conversations;

    @Inject
    Floods floods;

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
     * Committed when it returns. The same form with the same words is the same enquiry; the same form with other words
     * (Back, changed, sent again) adds them to the conversation, so that neither sending is lost.
     *
     * @param browser the cookie of the browser that sent the form; may be null
     * @param address of the sender, to tell a flood by and never kept; null when it is not known
     */
    public Received receive(String formTokenId, String browser, String address, NewEnquiry sent) {
        return receive(formTokenId, browser, address, sent, () -> {});
    }

    /** @param alongside done in the transaction that stores the enquiry, and only then */
    public Received receive(String formTokenId, String browser, String address, NewEnquiry sent, Runnable alongside) {
        byte[] formToken = keys.hash("form", formTokenId);
        // Before the transaction: the oddest texts take a second to read.
        Assessment assessment = assess(sent);
        try {
            Received first = QuarkusTransaction.requiringNew().call(() -> {
                // First, because it is what tells the other half of a double click, and waits for it.
                Received received = store(formToken, browser, address, sent, assessment);
                alongside.run();
                return received;
            });
            floods.stored(address, sent.happening());
            return first;
        } catch (RuntimeException e) {
            if (!Enquiry.isFormKnown(e)) {
                throw e;
            }
            return again(formToken, formTokenId, sent, assessment);
        }
    }

    /**
     * A first text of somebody. Within the caller's transaction, which stores it once. No flood is told by the network of a
     * provider, and nobody could be asked for one press more.
     *
     * @param origin of the text at its provider, once for all
     * @param possibleLinks earlier conversations of the same number, newest first
     */
    public Received receiveText(
            byte[] origin,
            NewMessage text,
            Assessment assessment,
            SafeContact wish,
            List<UUID> possibleLinks,
            Instant at) {
        var sent = new NewEnquiry(text.text(), null, null, wish, text.language());
        var begun =
                conversations.begin(new Beginning(Requester.CHILD, text.language(), wish, text, null, false, true), at);
        var enquiry = Enquiry.of(begun, origin, Channel.SMS, assessment, at);
        enquiry.contentHash = contentHash(sent);
        enquiry.children = new UUID[] {Ids.next()};
        enquiry.possibleLinks = possibleLinks.isEmpty() ? null : possibleLinks.toArray(UUID[]::new);
        enquiry.persist();
        outbox.owe(ENQUIRY_OWED, enquiry.id, enquiry.conversationId, begun.outboxSequence(), assessment.isImmediate());
        return received(enquiry, begun.returnCode(), true, false);
    }

    private Received store(byte[] formToken, String browser, String address, NewEnquiry sent, Assessment assessment) {
        Instant now = clock.instant();
        boolean byAdult = sent.referral() != null;
        // No friction at all where there is danger.
        boolean unconfirmed = !assessment.isImmediate() && floods.isFlood(address, sent.happening());
        var first = new NewMessage(sent.happening(), sent.language(), Assessment.NOTHING);
        var begun = conversations.begin(
                new Beginning(
                        byAdult ? Requester.ADULT : Requester.CHILD,
                        sent.language(),
                        sent.safeContact(),
                        first,
                        browser,
                        unconfirmed,
                        false),
                now);
        var enquiry = Enquiry.of(begun, formToken, byAdult ? Channel.WEB_ADULT : Channel.WEB_CHILD, assessment, now);
        enquiry.contentHash = contentHash(sent);
        enquiry.wanted = begun.cipher().encrypt(sent.wanted(), "enquiry.wanted", enquiry.id);
        enquiry.safe = sent.safe() == null ? null : sent.safe().wire();
        enquiry.children = byAdult
                ? sent.referral().children().stream()
                        .map(Referral.ReferredChild::enquiryChildId)
                        .toArray(UUID[]::new)
                : new UUID[] {Ids.next()};
        enquiry.referral =
                byAdult ? begun.cipher().encrypt(write(sent.referral()), Enquiry.REFERRAL, enquiry.id) : null;
        enquiry.persist();
        outbox.owe(ENQUIRY_OWED, enquiry.id, enquiry.conversationId, begun.outboxSequence(), assessment.isImmediate());
        Enquiry.flush();
        return received(enquiry, begun.returnCode(), true, unconfirmed);
    }

    private Received again(byte[] formToken, String formTokenId, NewEnquiry sent, Assessment seen) {
        Enquiry earlier = QuarkusTransaction.requiringNew()
                .call(() -> Enquiry.ofForm(formToken).orElseThrow());
        byte[] content = contentHash(sent);
        if (!MessageDigest.isEqual(earlier.contentHash, content)) {
            var assessment = UrgencyRules.assess(sent.safe()).and(sent.raised());
            UUID conversation = earlier.conversationId;
            // The same words with another answer beside them are another sending: "not safe" may be what is new.
            String sending = formTokenId + "\n" + HexFormat.of().formatHex(content);
            conversations.write(
                    conversation,
                    sending,
                    sent.happening(),
                    sent.language(),
                    assessment.urgency(),
                    assessment.reasons());
            if (sent.wanted() != null) {
                conversations.write(conversation, sending, sent.wanted(), sent.language());
            }
            conversations.setSafeContact(conversation, sent.safeContact());
        }
        return received(earlier, null, false, conversations.isUnconfirmed(earlier.conversationId))
                .raised(seen);
    }

    /** What is said of being safe, what is seen in both texts, which may belong together, and what else raises. */
    private Assessment assess(NewEnquiry sent) {
        return UrgencyRules.assess(sent.safe())
                .and(screening.assess(sent.happening()))
                .and(screening.assess(() -> List.of(sent.happening()), sent.wanted()))
                .and(sent.raised());
    }

    /** Whether a transaction failed because the same form or text has been taken in, perhaps at the same moment. */
    public static boolean isKnown(Throwable failure) {
        return Enquiry.isFormKnown(failure);
    }

    /** Whether this form has been taken in before. */
    @Transactional
    public boolean has(String formTokenId) {
        return Enquiry.ofForm(keys.hash("form", formTokenId)).isPresent();
    }

    /** How staff and the requester name it. */
    @Transactional
    public String referenceOf(UUID conversationId) {
        return Enquiry.ofConversation(conversationId)
                .map(enquiry -> enquiry.reference)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** How soon a person must look at what a conversation began with and what was added since, and why. */
    @Transactional
    public Assessment assessmentOf(UUID conversationId) {
        Assessment first =
                Enquiry.ofConversation(conversationId).map(Enquiry::assessment).orElse(Assessment.NOTHING);
        return first.and(conversations.raisedSince(conversationId));
    }

    private static Received received(Enquiry enquiry, String returnCode, boolean fresh, boolean unconfirmed) {
        return new Received(
                enquiry.conversationId,
                enquiry.reference,
                enquiry.assessment(),
                enquiry.receivedAt,
                returnCode,
                fresh,
                unconfirmed);
    }

    private byte[] contentHash(NewEnquiry sent) {
        return keys.hash("enquiry-content", write(sent));
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
