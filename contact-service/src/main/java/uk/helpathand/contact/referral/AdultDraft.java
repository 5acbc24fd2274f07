package uk.helpathand.contact.referral;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;

/** A {@link Draft} at rest. */
@Entity
@Table(name = "adult_draft")
public class AdultDraft extends PanacheEntityBase {

    @Id
    @Column(name = "browser_hash")
    byte[] browserHash;

    byte[] content;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    static AdultDraft of(byte[] browserHash) {
        return find("browserHash", browserHash).firstResult();
    }

    /** With its row locked, and made if there is none: two tabs that begin at once meet here. */
    static AdultDraft locked(byte[] browserHash, byte[] content, Instant now) {
        getEntityManager()
                .createNativeQuery("INSERT INTO adult_draft (browser_hash, content, changed_at, version)"
                        + " VALUES (:browser, :content, :now, 0) ON CONFLICT DO NOTHING")
                .setParameter("browser", browserHash)
                .setParameter("content", content)
                .setParameter("now", now)
                .executeUpdate();
        AdultDraft row = AdultDraft.<AdultDraft>find("browserHash", browserHash)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
        // Another tab may have sent or left while this waited for the lock.
        return row == null ? locked(browserHash, content, now) : row;
    }
}
