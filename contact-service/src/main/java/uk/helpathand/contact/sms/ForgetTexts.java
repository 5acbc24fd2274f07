package uk.helpathand.contact.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.UUID;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Erasing.Erased;
import uk.helpathand.contact.conversation.Forgetting.Forgotten;

/** The bytes of texts go with the words of their conversation; that a number wants no texts is kept. */
@ApplicationScoped
class ForgetTexts {

    private static final String ERASED = "erased";

    @Inject
    Answering answering;

    @Inject
    Clock clock;

    void forget(@Observes Forgotten forgotten) {
        endWaiting(forgotten.conversationId());
        ProviderEvent.update("raw = null where conversationId = ?1 and raw is not null", forgotten.conversationId());
        if (forgotten.reach()) {
            PhoneRoute.delete("conversationId = ?1 and textsStoppedAt is null", forgotten.conversationId());
            PhoneRoute.update("conversationId = null where conversationId = ?1", forgotten.conversationId());
        }
    }

    /** What was to go out has lost its words. Staff are told, because somebody else of the conversation may still wait for it. */
    private void endWaiting(UUID conversationId) {
        for (OutgoingText text : OutgoingText.waiting(conversationId)) {
            text.failure = ERASED;
            text.become(DeliveryState.NOT_DELIVERED, clock.instant());
            answering.tell(Conversation.lock(conversationId), text);
        }
    }

    /** Nothing leads from a number to anybody any more, not even that it wants no texts: we have no number to text. */
    void erase(@Observes Erased erased) {
        UUID id = erased.conversationId();
        OutgoingText.delete("conversationId", id);
        PhoneRoute.delete("conversationId", id);
        byte[] number = Conversation.numberHashOf(id);
        if (number != null && Conversation.ofNumber(number, 2).stream().allMatch(id::equals)) {
            // A provider told of a STOP of a number that never texted: that leads to no conversation. Where the last
            // two of a number
            // are erased at one moment it stays, as each sees the other.
            PhoneRoute.delete("numberHash = ?1 and conversationId is null", number);
        }
        ProviderEvent.update("raw = null where conversationId = ?1 and raw is not null", id);
    }
}
