package uk.helpathand.contact.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.handover.ErasureHandover;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectKind;

/**
 * Erases a conversation, as two people of the team have decided. Nobody is lost by it: a message that they did not know of
 * stops it, and what is not handed over yet is waited for. Afterwards the return code opens nothing, a text from the number
 * begins anew, and the audit tells that there was one, by an id that leads nowhere.
 */
@ApplicationScoped
public class Erasing {

    private static final List<String> INBOUND = List.of("child", "adult");

    private static final String OWES = "SELECT count(*) FROM outbox WHERE stream_id = :id";

    @Inject
    EntityManager entityManager;

    @Inject
    DataKeys dataKeys;

    @Inject
    Forgetting forgetting;

    @Inject
    TakenOut takenOut;

    @Inject
    Event<Erased> erased;

    /** The conversation goes: whoever keeps something of it deletes that first. Fired within the transaction, under its lock. */
    public record Erased(UUID conversationId) {}

    /** Within the caller's transaction. Any number of times. */
    public void erase(UUID id, ErasureHandover decided) {
        if (Conversation.findById(id, LockModeType.PESSIMISTIC_WRITE) == null) {
            return;
        }
        if (Message.count("conversationId = ?1 and author in ?2", id, INBOUND) != decided.messagesHeld()) {
            throw stopped(id);
        }
        requireNothingOwed(id);
        if (decided.whole()) {
            eraseAll(id);
        } else {
            forgetting.forget(id, "erasure");
        }
    }

    /** What came in and is not over there yet will be; then it is known that it was not known. */
    private RuntimeException stopped(UUID id) {
        requireNothingOwed(id);
        return ProblemType.WRITTEN_AGAIN.exception();
    }

    private void requireNothingOwed(UUID id) {
        long owed = ((Number) entityManager
                        .createNativeQuery(OWES)
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
        if (owed > 0) {
            throw ProblemType.UNAVAILABLE.exception();
        }
    }

    private void eraseAll(UUID id) {
        erased.fire(new Erased(id));
        ReadingSession.delete("conversationId", id);
        CodeRevocation.delete("conversationId", id);
        CodeReissue.delete("conversationId", id);
        Message.delete("conversationId", id);
        Conversation.delete("id", id);
        dataKeys.destroy(SubjectKind.CONVERSATION, id);
        takenOut.everything(id);
    }
}
