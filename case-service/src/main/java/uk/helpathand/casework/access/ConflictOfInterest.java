package uk.helpathand.casework.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.ConflictsView.ConflictView;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;

/**
 * A colleague who must see nothing of a child, whatever their role, from when to when. Changed once, when it is lifted, by a
 * statement that names it: so it needs no version.
 */
@Entity
@Table(name = "conflict_of_interest")
class ConflictOfInterest extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "child_id", updatable = false)
    UUID childId;

    @Column(name = "staff_id", updatable = false)
    String staffId;

    @Column(updatable = false)
    String reason;

    @Column(name = "flagged_by_id", updatable = false)
    String flaggedById;

    @Column(name = "flagged_by", updatable = false)
    String flaggedBy;

    @Column(name = "flagged_at", updatable = false)
    Instant flaggedAt;

    @Column(name = "lifted_by_id")
    String liftedById;

    @Column(name = "lifted_by")
    String liftedBy;

    @Column(name = "lifted_at")
    Instant liftedAt;

    /** Those that hold now, oldest first. */
    static List<ConflictOfInterest> now(UUID childId) {
        return list("childId = ?1 and liftedAt is null order by flaggedAt, id", childId);
    }

    /** Whom a colleague must see nothing of. */
    static List<UUID> childrenOf(String staffId) {
        return find("select childId from ConflictOfInterest where staffId = ?1 and liftedAt is null", staffId)
                .project(UUID.class)
                .list();
    }

    /** Whether it was not so before. Should two flag at the same moment, the unique index refuses one. */
    static boolean flag(UUID childId, String staffId, String reason, Actor by, Instant now) {
        if (count("childId = ?1 and staffId = ?2 and liftedAt is null", childId, staffId) > 0) {
            return false;
        }
        var conflict = new ConflictOfInterest();
        conflict.id = Ids.next();
        conflict.childId = childId;
        conflict.staffId = staffId;
        conflict.reason = LosslessText.storable(reason);
        conflict.flaggedById = by.id();
        conflict.flaggedBy = by.displayName();
        conflict.flaggedAt = now;
        conflict.persist();
        return true;
    }

    /** Whether it was so before. */
    static boolean lift(UUID childId, String staffId, Actor by, Instant now) {
        return update(
                        "liftedById = ?1, liftedBy = ?2, liftedAt = ?3"
                                + " where childId = ?4 and staffId = ?5 and liftedAt is null",
                        by.id(),
                        by.displayName(),
                        now,
                        childId,
                        staffId)
                > 0;
    }

    /** @param name of the colleague; may be null */
    ConflictView toView(String name) {
        return new ConflictView(staffId, name, reason, flaggedBy, flaggedAt);
    }
}
