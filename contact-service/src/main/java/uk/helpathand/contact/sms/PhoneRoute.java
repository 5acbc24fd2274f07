package uk.helpathand.contact.sms;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.platform.time.Ids;

/**
 * A number by which somebody is reached: a route, not a person. Its row lock is the lock of all that comes from the number, and
 * is taken before that of a conversation.
 */
@Entity
@Table(name = "phone_route")
class PhoneRoute extends PanacheEntityBase {

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

    /** Null for a number that never texted and was never texted. */
    static PhoneRoute of(byte[] numberHash) {
        return numberHash == null
                ? null
                : PhoneRoute.<PhoneRoute>find("numberHash", numberHash).firstResult();
    }
}
