package uk.helpathand.casework.subjectaccess;

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
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.casework.CompleteSubjectAccess;
import uk.helpathand.api.casework.NewSubjectAccess;
import uk.helpathand.api.casework.SubjectAccessAskedBy;
import uk.helpathand.api.casework.SubjectAccessExemption;
import uk.helpathand.api.casework.SubjectAccessGiven;
import uk.helpathand.api.casework.SubjectAccessView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Clocks;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/** A request for a copy of everything that is held on a child, and how it was answered (UK GDPR article 15). */
@Entity
@Table(name = "subject_access")
class SubjectAccess extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "child_id", updatable = false)
    UUID childId;

    @Column(name = "received_on", updatable = false)
    LocalDate receivedOn;

    @Column(name = "asked_by", updatable = false)
    SubjectAccessAskedBy askedBy;

    @Column(name = "identity_checked_how", updatable = false)
    String identityCheckedHow;

    @Column(name = "recorded_by_id", updatable = false)
    String recordedById;

    @Column(name = "recorded_by", updatable = false)
    String recordedBy;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    @Column(name = "first_due_on", updatable = false)
    LocalDate firstDueOn;

    @Column(name = "due_on")
    LocalDate dueOn;

    @Column(name = "extended_at")
    Instant extendedAt;

    @Column(name = "extended_by_id")
    String extendedById;

    @Column(name = "extended_by")
    String extendedBy;

    @Column(name = "extension_reason")
    String extensionReason;

    SubjectAccessGiven given;

    SubjectAccessExemption exemption;

    @Column(name = "closing_note")
    String closingNote;

    @Column(name = "closed_by_id")
    String closedById;

    @Column(name = "closed_by")
    String closedBy;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    static SubjectAccess of(NewSubjectAccess asked, LocalDate firstDueOn, Actor by, Instant now) {
        var request = new SubjectAccess();
        request.id = Ids.next();
        request.childId = asked.childId();
        request.receivedOn = asked.receivedOn();
        request.askedBy = asked.askedBy();
        request.identityCheckedHow = LosslessText.storable(asked.identityCheckedHow());
        request.recordedById = by.id();
        request.recordedBy = by.displayName();
        request.recordedAt = now;
        request.firstDueOn = firstDueOn;
        request.dueOn = firstDueOn;
        request.changedAt = now;
        request.persist();
        return request;
    }

    static SubjectAccess get(UUID id) {
        return SubjectAccess.<SubjectAccess>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    static SubjectAccess lock(UUID id) {
        return SubjectAccess.<SubjectAccess>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** By when they are due, of children whom the reader may know of. */
    static List<SubjectAccess> page(boolean open, Cursor.At after, Map<String, Object> reader, int most) {
        var parameters = new HashMap<>(reader);
        parameters.put("due", LocalDate.ofInstant(after.at(), ZoneOffset.UTC));
        parameters.put("id", after.id());
        return SubjectAccess.<SubjectAccess>find(
                        "from SubjectAccess it where " + (open ? "it.closedAt is null and " : "")
                                + Visible.child("it.childId")
                                + " and (it.dueOn, it.id) > (:due, :id) order by it.dueOn, it.id",
                        parameters)
                .page(Page.ofSize(most))
                .list();
    }

    /** What a lead has given of a child: only while no other request is open, and if the last answer was not nothing. */
    static Optional<SubjectAccess> released(UUID childId) {
        return SubjectAccess.<SubjectAccess>find("childId = ?1 order by closedAt desc nulls first, id desc", childId)
                .firstResultOptional()
                .filter(last -> last.given == SubjectAccessGiven.ALL || last.given == SubjectAccessGiven.PART);
    }

    Cursor.At place() {
        return new Cursor.At(dueOn.atStartOfDay(ZoneOffset.UTC).toInstant(), id);
    }

    /** Once, and no later than on the day on which it is first due: from then on whoever asked is waiting for us. */
    void extend(String reason, LocalDate newDueOn, Actor by, Instant now) {
        requireOpen();
        if (extendedAt != null || LocalDate.ofInstant(now, Clocks.LONDON).isAfter(firstDueOn)) {
            throw ProblemType.EXTENSION_REFUSED.exception();
        }
        extendedAt = now;
        extendedById = by.id();
        extendedBy = by.displayName();
        extensionReason = LosslessText.storable(reason);
        dueOn = newDueOn;
        changedAt = now;
    }

    void complete(CompleteSubjectAccess done, Actor by, Instant now) {
        requireOpen();
        given = done.given();
        exemption = done.exemption();
        closingNote = LosslessText.storable(done.note());
        closedById = by.id();
        closedBy = by.displayName();
        closedAt = now;
        changedAt = now;
    }

    /** Something was decided about its package. */
    void decided(Instant now) {
        requireOpen();
        changedAt = now;
    }

    private void requireOpen() {
        if (closedAt != null) {
            throw ProblemType.SUBJECT_ACCESS_CLOSED.exception();
        }
    }

    SubjectAccessView toView() {
        return new SubjectAccessView(
                id,
                childId,
                receivedOn,
                askedBy,
                identityCheckedHow,
                recordedBy,
                recordedAt,
                firstDueOn,
                dueOn,
                extendedAt,
                extensionReason,
                given,
                exemption,
                closingNote,
                closedBy,
                closedAt);
    }
}
