package uk.helpathand.casework.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.CircleView.CircleMemberView;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.time.Ids;

/**
 * A colleague who may see a restricted case, from when to when. Changed once, when it ends, by a statement that names it: so it
 * needs no version.
 */
@Entity
@Table(name = "circle_member")
class CircleMember extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "case_id", updatable = false)
    UUID caseId;

    @Column(name = "staff_id", updatable = false)
    String staffId;

    @Column(name = "added_by_id", updatable = false)
    String addedById;

    @Column(name = "added_by", updatable = false)
    String addedBy;

    @Column(name = "added_at", updatable = false)
    Instant addedAt;

    @Column(name = "removed_by_id")
    String removedById;

    @Column(name = "removed_by")
    String removedBy;

    @Column(name = "removed_at")
    Instant removedAt;

    /** Who is of the circle now, longest first. */
    static List<CircleMember> now(UUID caseId) {
        return list("caseId = ?1 and removedAt is null order by addedAt, id", caseId);
    }

    /** Under the case's lock. Whether it was not so before. */
    static boolean add(UUID caseId, String staffId, Actor by, Instant now) {
        if (count("caseId = ?1 and staffId = ?2 and removedAt is null", caseId, staffId) > 0) {
            return false;
        }
        var member = new CircleMember();
        member.id = Ids.next();
        member.caseId = caseId;
        member.staffId = staffId;
        member.addedById = by.id();
        member.addedBy = by.displayName();
        member.addedAt = now;
        member.persist();
        return true;
    }

    /** Whether it was so before. */
    static boolean remove(UUID caseId, String staffId, Actor by, Instant now) {
        return update(
                        "removedById = ?1, removedBy = ?2, removedAt = ?3"
                                + " where caseId = ?4 and staffId = ?5 and removedAt is null",
                        by.id(),
                        by.displayName(),
                        now,
                        caseId,
                        staffId)
                > 0;
    }

    /** @param name of the colleague; may be null */
    CircleMemberView toView(String name) {
        return new CircleMemberView(staffId, name, addedBy, addedAt);
    }
}
