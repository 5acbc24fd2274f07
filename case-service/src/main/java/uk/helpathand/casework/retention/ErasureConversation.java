package uk.helpathand.casework.retention;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.casework.ErasureStatus;
import uk.helpathand.api.handover.ErasureHandover;

/** What contact-service erases first: under the erasure's lock. */
@Entity
@IdClass(ErasureConversation.Key.class)
@Table(name = "erasure_conversation")
class ErasureConversation extends PanacheEntityBase {

    /** Its two ends. */
    record Key(UUID erasureId, UUID conversationId) {}

    @Id
    @Column(name = "erasure_id")
    UUID erasureId;

    @Id
    @Column(name = "conversation_id")
    UUID conversationId;

    boolean whole;

    @Column(name = "messages_held")
    int messagesHeld;

    @Column(name = "erased_at")
    Instant erasedAt;

    /** All of it, also of one that was stopped: there may be more to erase than then. contact-service does it any number of times. */
    static void owe(UUID erasureId, Records.Thread thread) {
        ErasureConversation row = findById(new Key(erasureId, thread.conversationId()));
        if (row == null) {
            row = new ErasureConversation();
            row.erasureId = erasureId;
            row.conversationId = thread.conversationId();
            row.persist();
        }
        row.whole = thread.whole();
        row.messagesHeld = thread.messages();
        row.erasedAt = null;
    }

    static Optional<ErasureConversation> of(UUID erasureId, Records.Thread thread) {
        return findByIdOptional(new Key(erasureId, thread.conversationId()));
    }

    /**
     * Who else it was about has been erased since: the rest of it, too. As many messages as two people knew of, so that contact-service
     * stops at one more.
     */
    void oweWhole() {
        whole = true;
        erasedAt = null;
    }

    /** Of several children of one conversation each may be erased at the same time. */
    static List<ErasureConversation> owed(UUID conversationId) {
        return find(
                        "select it from ErasureConversation it join Erasure erasure on erasure.id = it.erasureId"
                                + " where it.conversationId = ?1 and it.erasedAt is null and erasure.status = ?2",
                        conversationId,
                        ErasureStatus.APPROVED.wire())
                .list();
    }

    static boolean isAnyOwed(UUID erasureId) {
        return count("erasureId = ?1 and erasedAt is null", erasureId) > 0;
    }

    /** What was told is done: another worker may have had more owed of it since. */
    void erased(Instant now) {
        update(
                "erasedAt = ?1 where erasureId = ?2 and conversationId = ?3 and erasedAt is null"
                        + " and whole = ?4 and messagesHeld = ?5",
                now,
                erasureId,
                conversationId,
                whole,
                messagesHeld);
    }

    ErasureHandover toHandover() {
        return new ErasureHandover(messagesHeld, whole);
    }
}
