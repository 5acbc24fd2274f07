package uk.helpathand.casework.retention;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.WireName;
import uk.helpathand.api.casework.LegalHoldView;
import uk.helpathand.api.casework.NewLegalHold;
import uk.helpathand.api.casework.RecordKind;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/** That a record must be kept. Changed once, under its own lock, when it is lifted: so it needs no version. */
@Entity
@Table(name = "legal_hold")
class LegalHold extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "subject_kind", updatable = false)
    String subjectKind;

    @Column(name = "subject_id", updatable = false)
    UUID subjectId;

    @Column(updatable = false)
    String reason;

    @Column(name = "placed_by_id", updatable = false)
    String placedById;

    @Column(name = "placed_by", updatable = false)
    String placedBy;

    @Column(name = "placed_at", updatable = false)
    Instant placedAt;

    @Column(name = "lifted_by_id")
    String liftedById;

    @Column(name = "lifted_by")
    String liftedBy;

    @Column(name = "lifted_at")
    Instant liftedAt;

    @Column(name = "lift_reason")
    String liftReason;

    static LegalHold place(NewLegalHold asked, Actor by, Instant now) {
        var hold = new LegalHold();
        hold.id = Ids.next();
        hold.subjectKind = asked.kind().wire();
        hold.subjectId = asked.id();
        hold.reason = LosslessText.storable(asked.reason());
        hold.placedById = by.id();
        hold.placedBy = by.displayName();
        hold.placedAt = now;
        hold.persist();
        return hold;
    }

    static LegalHold get(UUID id) {
        return LegalHold.<LegalHold>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    static LegalHold lock(UUID id) {
        return LegalHold.<LegalHold>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** Oldest first, of what the reader may know of. */
    static List<LegalHold> page(boolean lifted, Access access, Cursor.At after, int most) {
        var parameters = access.reader();
        parameters.put("at", after.at());
        parameters.put("id", after.id());
        return LegalHold.<LegalHold>find(
                        "from LegalHold it where " + (lifted ? "" : "it.liftedAt is null and ")
                                + "(it.placedAt, it.id) > (:at, :id) and " + Visible.noConflict("it.subjectId")
                                + " and " + Visible.enquiry("it.subjectId") + " order by it.placedAt, it.id",
                        parameters)
                .page(Page.ofSize(most))
                .list();
    }

    /** Whether it was lifted by this. */
    boolean lift(String why, Actor by, Instant now) {
        if (liftedAt != null) {
            return false;
        }
        liftedById = by.id();
        liftedBy = by.displayName();
        liftedAt = now;
        liftReason = LosslessText.storable(why);
        return true;
    }

    RecordKind kind() {
        return WireName.parse(RecordKind.class, subjectKind);
    }

    Cursor.At place() {
        return new Cursor.At(placedAt, id);
    }

    LegalHoldView toView() {
        return new LegalHoldView(id, kind(), subjectId, reason, placedBy, placedAt, liftedBy, liftedAt, liftReason);
    }
}
