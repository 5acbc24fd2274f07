package uk.helpathand.contact.sms;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.platform.time.Ids;

/**
 * A number by which somebody is reached: a route, not a person. Its row lock is the lock of all that comes from the number, and
 * is taken before that of a conversation.
 */
@Entity
@Table(name = "phone_route")
class PhoneRoute extends PanacheEntityBase {

    private static final int MOST_LINKS = 20;

    @Id
    UUID id;

    @Column(name = "number_hash", updatable = false)
    byte[] numberHash;

    /** That a text from there joins while it goes on; null before the first. */
    @Column(name = "conversation_id")
    UUID conversationId;

    @Column(name = "service_number")
    String serviceNumber;

    @Column(name = "last_heard_at")
    Instant lastHeardAt;

    @Column(name = "last_automatic_at")
    Instant lastAutomaticAt;

    @Column(name = "texts_stopped_at")
    Instant textsStoppedAt;

    /** When START was said last. */
    @Column(name = "texts_started_at")
    Instant textsStartedAt;

    /** With its row locked, made when it is not there. */
    static PhoneRoute lock(byte[] numberHash) {
        getEntityManager()
                .createNativeQuery(
                        "INSERT INTO phone_route (id, number_hash) VALUES (:id, :hash) ON CONFLICT DO NOTHING")
                .setParameter("id", Ids.next())
                .setParameter("hash", numberHash)
                .executeUpdate();
        List<PhoneRoute> found = PhoneRoute.<PhoneRoute>find("numberHash", numberHash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        // Its conversation may have been erased while this waited for the lock.
        return found.isEmpty() ? lock(numberHash) : found.get(0);
    }

    /** Not where the child has another number by now: whoever holds this one may be somebody they fled from. */
    boolean isNumberOf(Conversation conversation) {
        return Arrays.equals(numberHash, conversation.numberHash());
    }

    /** Conversations that may be the same person's: of the number, newest first, and the one that it was heard in last. */
    List<UUID> possibleLinks() {
        return Stream.concat(Conversation.ofNumber(numberHash, MOST_LINKS).stream(), Stream.ofNullable(conversationId))
                .distinct()
                .limit(MOST_LINKS)
                .toList();
    }

    /** Null for a number that never texted and was never texted. */
    static PhoneRoute of(byte[] numberHash) {
        return numberHash == null
                ? null
                : PhoneRoute.<PhoneRoute>find("numberHash", numberHash).firstResult();
    }
}
