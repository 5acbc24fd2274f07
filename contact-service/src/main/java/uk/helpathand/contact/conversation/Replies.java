package uk.helpathand.contact.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.util.UUID;
import uk.helpathand.api.handover.ProgressHandover;
import uk.helpathand.api.handover.RedactedWordsHandover;
import uk.helpathand.api.handover.ReplyHandover;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.outbox.Outbox;

/** What the team puts on a thread. Each may come any number of times; within the caller's transaction. */
@ApplicationScoped
public class Replies {

    @Inject
    Conversations conversations;

    @Inject
    ReturnCodes codes;

    @Inject
    NumberHashes numberHashes;

    @Inject
    Event<Answered> answered;

    @Inject
    Outbox outbox;

    /**
     * A person's answer is on the thread; fired within the transaction that puts it there, under the conversation's lock.
     *
     * @param overriddenRule that a lead has set aside; may be null
     */
    public record Answered(Conversation conversation, UUID messageId, String overriddenRule) {}

    public void put(UUID conversationId, UUID messageId, ReplyHandover reply) {
        var conversation = Conversation.lock(conversationId);
        byte[] contentHash = conversations.contentHash(reply.text());
        Message known = Message.findById(messageId);
        if (known != null) {
            if (!known.conversationId.equals(conversationId)
                    || !MessageDigest.isEqual(known.contentHash, contentHash)
                    || known.guide() != reply.guide()) {
                throw ProblemType.HANDOVER_CONFLICT.exception();
            }
            return;
        }
        SubjectCipher cipher = conversations.cipherOf(conversationId);
        var message = Message.of(messageId, conversationId, reply.author(), reply.text(), cipher, reply.sentAt());
        message.contentHash = contentHash;
        message.language = reply.language();
        message.guide = reply.guide() == null ? null : reply.guide().wire();
        message.sequence = conversation.nextMessageSequence();
        message.persist();
        answered.fire(new Answered(conversation, messageId, reply.overriddenRule()));
    }

    public void putProgress(UUID conversationId, ProgressHandover progress) {
        var conversation = Conversation.lock(conversationId);
        conversation.setProgress(progress, conversations.cipherOf(conversationId));
    }

    /** "My phone is not safe any more" may be what was told: whatever it was, no thread stays open and no code waits. */
    public void putSafeContact(UUID conversationId, Told told) {
        var conversation = Conversation.lock(conversationId);
        byte[] numberHash = numberHashes.of(told.contact().number());
        if (conversation.setSafeContactFromStaff(told, numberHash, conversations.cipherOf(conversationId))) {
            codes.close(conversation);
            conversations.given(conversation);
            oweState(conversation);
        }
    }

    /** What was said anew since the team read it stays, and the team hears of it. */
    public void putRedactedWords(UUID conversationId, RedactedWordsHandover left) {
        var conversation = Conversation.lock(conversationId);
        if (conversation.wish.redact(left, conversations.cipherOf(conversationId), conversationId)) {
            oweState(conversation);
        }
    }

    private void oweState(Conversation conversation) {
        outbox.owe(
                Conversations.CONTACT_STATE_OWED, conversation.id, conversation.id, conversation.nextOutboxSequence());
    }
}
