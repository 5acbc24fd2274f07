package uk.helpathand.casework.retention;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import uk.helpathand.api.WireName;
import uk.helpathand.api.casework.ErasureGround;
import uk.helpathand.api.casework.ErasureStatus;
import uk.helpathand.api.casework.ErasureView;
import uk.helpathand.api.casework.NewErasure;
import uk.helpathand.api.casework.RecordKind;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/** That a record is to be erased, who decided it, and that it was. Changed under its own lock only. */
@Entity
@Table(name = "erasure")
class Erasure extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "subject_kind", updatable = false)
    String subjectKind;

    @Column(name = "subject_id", updatable = false)
    UUID subjectId;

    @Column(updatable = false)
    String ground;

    @Column(updatable = false)
    String rule;

    String status;

    @Column(name = "due_at", updatable = false)
    Instant dueAt;

    @Column(name = "proposed_by_id")
    String proposedById;

    @Column(name = "proposed_by")
    String proposedBy;

    @Column(name = "proposed_at")
    Instant proposedAt;

    @Column(name = "decided_by_id")
    String decidedById;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "kept_until")
    LocalDate keptUntil;

    @Column(name = "done_at")
    Instant doneAt;

    /** In the order of {@link ErasureView.Evidence}. */
    Integer[] evidence;

    @Version
    int version;

    static Erasure of(RecordKind kind, UUID subjectId, ErasureGround ground, Instant now) {
        var erasure = new Erasure();
        erasure.id = Ids.next();
        erasure.subjectKind = kind.wire();
        erasure.subjectId = subjectId;
        erasure.ground = ground.wire();
        erasure.status = ErasureStatus.DUE.wire();
        erasure.dueAt = now;
        return erasure;
    }

    /** What somebody asks for; the one the schedule brought, where there is one that nobody has looked at. */
    static Erasure asked(NewErasure asked, Instant now) {
        Erasure there = Erasure.<Erasure>find(
                        "subjectId = ?1 and status in ('due', 'proposed', 'approved', 'stopped')", asked.id())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult();
        if (there != null) {
            return there;
        }
        var erasure = of(asked.kind(), asked.id(), asked.ground(), now);
        erasure.persist();
        try {
            flush();
        } catch (ConstraintViolationException e) {
            // Somebody else asks for the same at this moment.
            throw ProblemType.ERASURE_DECIDED.exception();
        }
        return erasure;
    }

    static Erasure get(UUID id) {
        return Erasure.<Erasure>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    static Erasure lock(UUID id) {
        return Erasure.<Erasure>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** The longest due first, of children whom no conflict of interest keeps from the reader. */
    static List<Erasure> page(ErasureStatus status, Access access, Cursor.At after, int most) {
        var parameters = new HashMap<String, Object>();
        parameters.put("me", access.reader().get("me"));
        parameters.put("status", status.wire());
        parameters.put("at", after.at());
        parameters.put("id", after.id());
        return Erasure.<Erasure>find(
                        "from Erasure it where it.status = :status and (it.dueAt, it.id) > (:at, :id) and "
                                + Visible.noConflict("it.subjectId") + " order by it.dueAt, it.id",
                        parameters)
                .page(Page.ofSize(most))
                .list();
    }

    void propose(Actor by, Instant now) {
        requireStatus(ErasureStatus.DUE, ErasureStatus.STOPPED);
        status = ErasureStatus.PROPOSED.wire();
        proposedById = by.id();
        proposedBy = by.displayName();
        proposedAt = now;
        decidedById = null;
        decidedBy = null;
        decidedAt = null;
    }

    void approve(Actor by, Instant now) {
        requireStatus(ErasureStatus.PROPOSED);
        if (by.id().equals(proposedById)) {
            throw ProblemType.SAME_PERSON.exception();
        }
        status = ErasureStatus.APPROVED.wire();
        decided(by, now);
    }

    void keep(LocalDate until, Actor by, Instant now) {
        requireStatus(ErasureStatus.DUE, ErasureStatus.PROPOSED, ErasureStatus.STOPPED);
        status = ErasureStatus.KEPT.wire();
        keptUntil = until;
        decided(by, now);
    }

    private void decided(Actor by, Instant now) {
        decidedById = by.id();
        decidedBy = by.displayName();
        decidedAt = now;
    }

    void stop() {
        status = ErasureStatus.STOPPED.wire();
    }

    void done(Integer[] went, Instant now) {
        status = ErasureStatus.DONE.wire();
        evidence = went;
        doneAt = now;
    }

    boolean is(ErasureStatus which) {
        return status.equals(which.wire());
    }

    private void requireStatus(ErasureStatus... ones) {
        for (ErasureStatus one : ones) {
            if (is(one)) {
                return;
            }
        }
        throw ProblemType.ERASURE_DECIDED.exception();
    }

    RecordKind kind() {
        return WireName.parse(RecordKind.class, subjectKind);
    }

    Cursor.At place() {
        return new Cursor.At(dueAt, id);
    }

    ErasureView toView() {
        return new ErasureView(
                id,
                kind(),
                subjectId,
                WireName.parse(ErasureGround.class, ground),
                rule,
                WireName.parse(ErasureStatus.class, status),
                dueAt,
                proposedBy,
                proposedAt,
                decidedBy,
                decidedAt,
                keptUntil,
                doneAt,
                evidence == null
                        ? null
                        : new ErasureView.Evidence(evidence[0], evidence[1], evidence[2], evidence[3], evidence[4]));
    }
}
