package uk.helpathand.contact.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import uk.helpathand.platform.audit.Audit;

/**
 * Puts on record what this service takes out of a conversation by itself: an id and a code, no words. Without its row nothing is
 * taken out. It is written last, under the conversation's lock, for which a child's message may be waiting: so whatever holds up
 * the audit soon ends the taking out, and never refuses the child.
 */
@ApplicationScoped
class TakenOut {

    private static final String SUBJECT = "conversation";

    /** For the rest of the transaction; far less than a message waits for the conversation (lock_timeout of the data source). */
    private static final String WAIT_BRIEFLY = "SELECT set_config('lock_timeout', '1s', true)";

    @Inject
    EntityManager entityManager;

    @Inject
    Audit audit;

    /** @param why a code */
    void words(UUID conversationId, String why) {
        waitBriefly();
        audit.doneBySystem("thread.forget", SUBJECT, List.of(conversationId), why);
    }

    void everything(UUID conversationId) {
        waitBriefly();
        audit.doneBySystem("thread.erase", SUBJECT, List.of(conversationId), null);
    }

    private void waitBriefly() {
        entityManager.createNativeQuery(WAIT_BRIEFLY).getSingleResult();
    }
}
