package uk.helpathand.casework.casefile;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import uk.helpathand.platform.time.Ids;

/**
 * Who answered for a case from when to when, by whose word and why. A change counts from the moment it is recorded, so
 * there is no second time beside it. Begun and ended under the lock of the case; whoever left stays in here.
 */
@Entity
@Table(name = "case_owner")
class CaseOwner extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "case_id", updatable = false)
    UUID caseId;

    @Column(name = "owner_id", updatable = false)
    String ownerId;

    @Column(updatable = false)
    String owner;

    @Column(name = "valid_from", updatable = false)
    Instant validFrom;

    @Column(name = "valid_to")
    Instant validTo;

    @Column(name = "by_id", updatable = false)
    String byId;

    @Column(name = "by_name", updatable = false)
    String byName;

    @Column(updatable = false)
    String reason;

    /** Whoever opens a case answers for it, without another reason. */
    static void first(CaseFile file) {
        begin(file, null, null, null, file.openedAt);
    }

    /** After {@link CaseFile#giveTo}: the one before ends as the next begins. */
    static void next(CaseFile file, String byId, String byName, String reason, Instant now) {
        update("validTo = ?1 where caseId = ?2 and validTo is null", now, file.id);
        begin(file, byId, byName, reason, now);
    }

    private static void begin(CaseFile file, String byId, String byName, String reason, Instant now) {
        var row = new CaseOwner();
        row.id = Ids.next();
        row.caseId = file.id;
        row.ownerId = file.ownerId;
        row.owner = file.owner;
        row.validFrom = now;
        row.byId = byId;
        row.byName = byName;
        row.reason = reason;
        row.persist();
    }
}
