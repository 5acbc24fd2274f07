package uk.helpathand.contact.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;

/**
 * Takes the words out of a conversation that case-service holds, and once the team has finished also how to reach whoever
 * wrote. Its id and the hash of its code stay: the code opens the thread, and it takes new messages. What is kept goes under a new
 * key, so that nothing opens what was taken out, wherever a copy of it lies.
 */
@ApplicationScoped
public class Forgetting {

    @Inject
    DataKeys dataKeys;

    @Inject
    TakenOut takenOut;

    @Inject
    Event<Forgotten> forgotten;

    /**
     * The words of a conversation are gone: whoever keeps something of it lets that go too. Fired within the transaction, under
     * its lock.
     *
     * @param reach whether numbers and addresses went as well
     */
    public record Forgotten(UUID conversationId, boolean reach) {}

    /**
     * Within the caller's transaction. On record, but where nothing was left to take out.
     *
     * @param why a code for the audit
     */
    public void forget(UUID conversationId, String why) {
        var conversation = Conversation.lock(conversationId);
        boolean finished = conversation.progressStage() == ProgressStage.FINISHED;
        SubjectCipher old = dataKeys.open(SubjectKind.CONVERSATION, conversationId);
        SubjectCipher fresh = dataKeys.renew(SubjectKind.CONVERSATION, conversationId);
        int words = Message.update("text = null where conversationId = ?1 and text is not null", conversationId);
        boolean reach = conversation.forgetWords(finished, old, fresh);
        // Under the old key: a repeat is told that it is not shown again.
        CodeReissue.forgetCodesOf(conversationId);
        forgotten.fire(new Forgotten(conversationId, finished));
        if (words > 0 || reach) {
            takenOut.words(conversationId, why);
        }
    }
}
