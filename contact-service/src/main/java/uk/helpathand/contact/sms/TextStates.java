package uk.helpathand.contact.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.platform.crypto.SubjectCipher;

/** How far our texts got, as providers tell it: late, twice and out of order. Within the caller's transaction. */
@ApplicationScoped
class TextStates {

    private static final int LONGEST_WORD = 60;

    @Inject
    Conversations conversations;

    @Inject
    Answering answering;

    @Inject
    Clock clock;

    /** Whether it is news. A word that nobody here knows is kept and changes nothing. */
    boolean told(TextStatus status, byte[] raw) {
        String kind = "state:" + word(status.providerState());
        if (ProviderEvent.isKnown(status.provider(), status.providerId(), kind)) {
            return false;
        }
        Instant now = clock.instant();
        var event = ProviderEvent.of(status.provider(), status.providerId(), kind, now);
        event.sentAt = status.at();
        UUID found = OutgoingText.idOf(status).orElse(null);
        UUID conversationId =
                found == null ? null : OutgoingText.conversationOf(found).orElse(null);
        // Of a text that somebody else sent with our account, or of one that was erased, only that it came. The rest
        // has a number in it, and nobody would ever erase that.
        if (conversationId != null) {
            SubjectCipher cipher = conversations.cipherOf(conversationId);
            event.keep(raw, conversationId, cipher);
            var conversation = Conversation.lock(conversationId);
            OutgoingText text = OutgoingText.locked(found);
            text.provider = status.provider();
            text.providerId = text.providerId == null ? status.providerId() : text.providerId;
            become(text, conversation, status.state(), status.errorCode(), now);
        }
        event.persist();
        ProviderEvent.flush();
        return true;
    }

    /** @param state null for a word that nobody here knows */
    void become(OutgoingText text, Conversation conversation, TextState state, String code, Instant now) {
        DeliveryState next = delivery(state);
        if (next != null && text.become(next, now)) {
            text.failure = next == DeliveryState.NOT_DELIVERED ? word(code) : text.failure;
            answering.tell(conversation, text);
        }
    }

    /** Null for what is no news to staff. */
    private static DeliveryState delivery(TextState state) {
        if (state == null) {
            return null;
        }
        return switch (state) {
            case ACCEPTED, SENDING, SENT -> DeliveryState.SENT;
            case DELIVERED -> DeliveryState.DELIVERED;
            case FAILED_FOR_NOW, FAILED -> DeliveryState.NOT_DELIVERED;
        };
    }

    private static String word(String word) {
        return word == null || word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
    }
}
