package uk.helpathand.casework.access;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.casework.BreakGlassReview;
import uk.helpathand.api.casework.BreakGlassView;
import uk.helpathand.api.casework.NewBreakGlass;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/**
 * That somebody took access to a restricted case from outside its circle: why, until when, and what the review found. Changed
 * once, under its own lock, when it is reviewed: so it needs no version.
 */
@Entity
@Table(name = "break_glass")
class BreakGlass extends PanacheEntityBase {

    /** Of the child whose case it is, if it is one's. */
    private static final String NO_CONFLICT =
            "0 >= (select count(*) from CaseFile looked where looked.id = it.caseId and not "
                    + Visible.noConflict("looked.childId") + ")";

    @Id
    UUID id;

    @Column(name = "case_reference", updatable = false)
    String caseReference;

    /** Null where the reference names no case, or one of a child with whom they have a conflict of interest. */
    @Column(name = "case_id", updatable = false)
    UUID caseId;

    @Column(name = "staff_id", updatable = false)
    String staffId;

    @Column(name = "staff_name", updatable = false)
    String staffName;

    @Column(updatable = false)
    String reason;

    @Column(updatable = false)
    Instant at;

    @Column(updatable = false)
    Instant until;

    @Column(name = "review_due")
    boolean reviewDue;

    Boolean justified;

    @Column(name = "review_note")
    String reviewNote;

    @Column(name = "reviewed_by_id")
    String reviewedById;

    @Column(name = "reviewed_by")
    String reviewedBy;

    @Column(name = "reviewed_at")
    Instant reviewedAt;

    static BreakGlass by(Actor actor, NewBreakGlass asked, UUID caseId, Instant now, Duration lasts) {
        var glass = new BreakGlass();
        glass.id = Ids.next();
        glass.caseReference = LosslessText.storable(asked.caseReference());
        glass.caseId = caseId;
        glass.staffId = actor.id();
        glass.staffName = actor.displayName();
        glass.reason = LosslessText.storable(asked.reason());
        glass.at = now;
        glass.until = now.plus(lasts);
        glass.reviewDue = true;
        glass.persist();
        return glass;
    }

    /** What the reader has no conflict of interest with. */
    static BreakGlass get(UUID id, String reader) {
        return one(id, reader, LockModeType.NONE);
    }

    /** The same, with its row locked. */
    static BreakGlass lock(UUID id, String reader) {
        return one(id, reader, LockModeType.PESSIMISTIC_WRITE);
    }

    private static BreakGlass one(UUID id, String reader, LockModeType lock) {
        return BreakGlass.<BreakGlass>find(
                        "from BreakGlass it where it.id = :id and " + NO_CONFLICT, Map.of("id", id, "me", reader))
                .withLock(lock)
                .firstResultOptional()
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** Oldest first. @param due only those that nobody has reviewed */
    static List<BreakGlass> page(boolean due, String reader, Cursor.At after, int most) {
        return BreakGlass.<BreakGlass>find(
                        "from BreakGlass it where " + (due ? "it.reviewDue = true and " : "")
                                + "(it.at, it.id) > (:at, :id) and " + NO_CONFLICT + " order by it.at, it.id",
                        Map.of("at", after.at(), "id", after.id(), "me", reader))
                .page(Page.ofSize(most))
                .list();
    }

    /** The first review stands. Whether this was it. */
    boolean review(BreakGlassReview review, Actor by, Instant now) {
        if (!reviewDue) {
            return false;
        }
        reviewDue = false;
        justified = review.justified();
        reviewNote = LosslessText.storable(review.note());
        reviewedById = by.id();
        reviewedBy = by.displayName();
        reviewedAt = now;
        return true;
    }

    BreakGlassView toView() {
        return new BreakGlassView(
                id,
                caseReference,
                staffId,
                staffName,
                reason,
                at,
                until,
                caseId,
                justified,
                reviewNote,
                reviewedBy,
                reviewedAt);
    }
}
