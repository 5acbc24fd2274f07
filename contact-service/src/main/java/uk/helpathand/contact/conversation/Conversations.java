package uk.helpathand.contact.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.Author;
import uk.helpathand.api.Requester;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.safety.Screening;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.time.Ids;

/** The thread as the child or adult uses it: begin, come back, read, write again. */
@ApplicationScoped
public class Conversations {

    /** Kinds of outbox rows; handled in package handover. */
    public static final String MESSAGE_OWED = "message";

    public static final String DELIVERY_OWED = "delivery";
    public static final String CONTACT_STATE_OWED = "contact-state";
    public static final String CONFIRMATION_OWED = "confirmation";

    /** How many earlier messages a later one is judged together with. */
    private static final int JUDGED_TOGETHER = 20;

    @Inject
    Screening screening;

    @Inject
    MasterKeys keys;

    @Inject
    DataKeys dataKeys;

    @Inject
    NumberHashes numberHashes;

    @Inject
    SentTickets tickets;

    @Inject
    Outbox outbox;

    @Inject
    Event<ReturnMetrics.Began> began;

    @Inject
    Event<NumberGiven> numberGiven;

    @Inject
    Clock clock;

    /** A number stands in a conversation's safe contact from now on; fired within the transaction, under its lock. */
    public record NumberGiven(Conversation conversation) {}

    /**
     * A conversation that has begun, with the only sight of its return code.
     *
     * @param outboxSequence the first, for handing over what it began with. Taken before its row is written: taken later,
     *     the row would be written twice
     */
    public record Begun(
            UUID conversationId, UUID messageId, long outboxSequence, String returnCode, SubjectCipher cipher) {}

    /**
     * How a conversation begins.
     *
     * @param browser the cookie of the browser that sent the form; may be null
     * @param unconfirmed it comes in a flood
     * @param byText from a phone, which is where it goes on
     */
    public record Beginning(
            Requester requester,
            String language,
            SafeContact wish,
            NewMessage first,
            String browser,
            boolean unconfirmed,
            boolean byText) {}

    /** Begins a conversation with its first message. Within the caller's transaction. */
    public Begun begin(Beginning by, Instant now) {
        UUID id = Ids.next();
        SubjectCipher cipher = dataKeys.create(SubjectKind.CONVERSATION, id);
        ReturnCode code = ReturnCode.random();
        var conversation = Conversation.begin(id, by.requester(), by.language(), codeHash(code), now);
        conversation.confirmation = Confirmation.of(by.unconfirmed());
        conversation.beganByText = by.byText();
        conversation.setSafeContact(by.wish(), numberHashes.of(by.wish().number()), cipher, now);
        if (by.browser() != null) {
            conversation.holdTicket(tickets.hash(by.browser()), code.spoken(), cipher, now);
        }
        var message = Message.of(Ids.next(), conversation, by.first(), cipher, now);
        message.contentHash = contentHash(by.first().text());
        long outboxSequence = conversation.nextOutboxSequence();
        conversation.persist();
        message.persist();
        given(conversation);
        began.fire(new ReturnMetrics.Began());
        return new Begun(id, message.id, outboxSequence, code.spoken(), cipher);
    }

    /** The same look-up for every code, right or wrong. */
    @Transactional
    public Optional<UUID> find(String typedCode) {
        return Conversation.findByCode(codeHash(ReturnCode.typed(typedCode)), clock.instant());
    }

    /** Writes again. Committed when it returns; the same form sent twice is one message. */
    public void write(UUID conversationId, String formTokenId, String text, String language) {
        write(conversationId, formTokenId, text, language, Urgency.STANDARD, List.of());
    }

    /** @param reasons codes of why the urgency is raised already; what is seen in the words is added */
    public void write(
            UUID conversationId,
            String formTokenId,
            String text,
            String language,
            Urgency urgency,
            List<String> reasons) {
        byte[] origin = keys.hash("message-origin", formTokenId + "\n" + text);
        var written = new NewMessage(text, language, new Assessment(urgency, reasons));
        QuarkusTransaction.requiringNew()
                .run(() -> add(Conversation.lock(conversationId), origin, written, clock.instant()));
    }

    /**
     * What the requester writes later. Within the caller's transaction, on a conversation the caller has locked.
     *
     * @param origin the same for the same sending, which is one message
     * @return the message's id; empty when it was there already
     */
    public Optional<UUID> add(Conversation conversation, byte[] origin, NewMessage written, Instant at) {
        if (Message.hasOrigin(origin)) {
            return Optional.empty();
        }
        SubjectCipher cipher = cipherOf(conversation.id);
        Author author = Author.of(Requester.fromString(conversation.requester));
        Assessment seen = screening.assess(
                () -> Message.lastTexts(conversation.id, author, JUDGED_TOGETHER, cipher), written.text());
        var message = Message.of(Ids.next(), conversation, written, cipher, at);
        Assessment raised = written.raised().and(seen);
        message.raise(raised);
        message.contentHash = contentHash(written.text());
        message.origin = origin;
        message.persist();
        outbox.owe(MESSAGE_OWED, message.id, conversation.id, conversation.nextOutboxSequence(), raised.isImmediate());
        confirm(conversation);
        return Optional.of(message.id);
    }

    /** How soon a person must look at what its requester wrote last. */
    @Transactional
    public Urgency urgencyOfLast(UUID conversationId) {
        String requester = Conversation.get(conversationId).requester;
        return Message.urgencyOfLast(conversationId, Author.of(Requester.fromString(requester)));
    }

    /** What its requester's messages after the first have raised. */
    @Transactional
    public Assessment raisedSince(UUID conversationId) {
        return Message.raised(conversationId);
    }

    /** Its sender is a person: they pressed the button, or came back with the code. Any number of times, one effect. */
    public void confirm(UUID conversationId) {
        QuarkusTransaction.requiringNew().run(() -> confirm(Conversation.lock(conversationId)));
    }

    /** Within the caller's transaction, on a conversation the caller has locked. */
    public void confirm(Conversation conversation) {
        if (conversation.confirmation.confirm(clock.instant())) {
            outbox.owe(CONFIRMATION_OWED, conversation.id, conversation.id, conversation.nextOutboxSequence());
        }
    }

    @Transactional
    public boolean isUnconfirmed(UUID conversationId) {
        return Conversation.get(conversationId).isUnconfirmed();
    }

    /** What the requester now says about safe contact; handed over at once. */
    public void setSafeContact(UUID conversationId, SafeContact wish) {
        QuarkusTransaction.requiringNew().run(() -> {
            var conversation = Conversation.lock(conversationId);
            conversation.setSafeContact(
                    wish, numberHashes.of(wish.number()), cipherOf(conversationId), clock.instant());
            outbox.owe(CONTACT_STATE_OWED, conversationId, conversationId, conversation.nextOutboxSequence());
            given(conversation);
        });
    }

    void given(Conversation conversation) {
        if (conversation.numberHash() != null) {
            numberGiven.fire(new NumberGiven(conversation));
        }
    }

    /** The thread for somebody who gave the code, its last part before that place. Replies on it count as seen from now on. */
    @Transactional
    public ThreadView read(UUID conversationId, long before) {
        List<Message> messages = ThreadPart.before(conversationId, before);
        List<Message> unseen =
                messages.stream().filter(Conversations::isUnseenReply).toList();
        var conversation = unseen.isEmpty() ? Conversation.get(conversationId) : Conversation.lock(conversationId);
        unseen.forEach(reply -> markSeen(conversation, reply));
        return ThreadView.of(conversation, messages, cipherOf(conversationId));
    }

    /** Two tabs may open at once: the first one tells. */
    private void markSeen(Conversation conversation, Message reply) {
        if (Message.update("seenAt = ?1 where id = ?2 and seenAt is null", clock.instant(), reply.id) == 1) {
            outbox.owe(DELIVERY_OWED, reply.id, conversation.id, conversation.nextOutboxSequence());
        }
    }

    private static boolean isUnseenReply(Message message) {
        return message.author() == Author.TEAM && message.seenAt == null;
    }

    public SubjectCipher cipherOf(UUID conversationId) {
        return dataKeys.open(SubjectKind.CONVERSATION, conversationId);
    }

    byte[] contentHash(String text) {
        return keys.hash("message-content", text);
    }

    byte[] codeHash(ReturnCode code) {
        return keys.hash("return-code", code.spoken());
    }
}
