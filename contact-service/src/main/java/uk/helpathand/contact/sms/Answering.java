package uk.helpathand.contact.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.Replies;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.safecontact.Decision;
import uk.helpathand.platform.safecontact.Rule;

/** A person's answer is on the thread: what of it leaves the house, by the rules of safe contact. */
@ApplicationScoped
class Answering {

    /** Kind of outbox rows. */
    static final String TEXT_OWED = "text";

    @Inject
    Conversations conversations;

    @Inject
    TextRules rules;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    void answered(@Observes Replies.Answered answered) {
        var conversation = answered.conversation();
        SafeContact wish = conversation.safeContact(conversations.cipherOf(conversation.id));
        boolean byMail = !conversation.beganByText && wish.replyBy() == ReplyBy.EMAIL && wish.email() != null;
        boolean byText = conversation.beganByText || wish.replyBy() == ReplyBy.TEXT;
        if (!byMail && !byText) {
            return;
        }
        var text = OutgoingText.about(
                answered.messageId(),
                conversation.id,
                byMail ? OutgoingText.EMAIL : OutgoingText.TEXT,
                clock.instant());
        text.overridden = answered.overriddenRule();
        text.persist();
        decide(text, conversation, wish);
    }

    /** Sends, holds or refuses it. Under the conversation's lock. */
    void decide(OutgoingText text, Conversation conversation, SafeContact wish) {
        Decision decision = rules.decide(text, conversation, wish);
        if (decision instanceof Decision.Refuse refused) {
            text.rule = refused.rule().wire();
            text.become(DeliveryState.REFUSED, clock.instant());
        } else if (decision instanceof Decision.Hold held) {
            text.hold(held.until(), Rule.OUTSIDE_HOURS.wire(), clock.instant());
        } else {
            text.become(DeliveryState.SENDING, clock.instant());
            send(outbox, conversation, text);
        }
        tell(conversation, text);
    }

    /** In a stream of their own: a text that waits for its provider keeps nothing of the child's back. */
    static void send(Outbox outbox, Conversation conversation, OutgoingText text) {
        outbox.owe(TEXT_OWED, text.id, stream(conversation.id), conversation.nextOutboxSequence());
    }

    static UUID stream(UUID conversationId) {
        return UUID.nameUUIDFromBytes(("texts of " + conversationId).getBytes(StandardCharsets.UTF_8));
    }

    /** Staff are told how far it got; nobody is of the first answer by machine. */
    void tell(Conversation conversation, OutgoingText text) {
        if (text.messageId != null) {
            outbox.owe(OutgoingText.STATE_OWED, text.id, conversation.id, conversation.nextOutboxSequence());
        }
    }
}
