package uk.helpathand.contact.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import uk.helpathand.contact.conversation.Forgetting.Forgotten;

/** The bytes of texts go with the words of their conversation; that a number wants no texts is kept. */
@ApplicationScoped
class ForgetTexts {

    void forget(@Observes Forgotten forgotten) {
        ProviderEvent.update("raw = null where conversationId = ?1 and raw is not null", forgotten.conversationId());
        if (forgotten.reach()) {
            PhoneRoute.delete("conversationId = ?1 and textsStoppedAt is null", forgotten.conversationId());
            PhoneRoute.update("conversationId = null where conversationId = ?1", forgotten.conversationId());
        }
    }
}
