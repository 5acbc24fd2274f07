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
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.WireName;
import uk.helpathand.api.casework.RedactionStatus;
import uk.helpathand.api.casework.RedactionSummary;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.access.Visible;
import uk.helpathand.casework.intake.SharedWords;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.web.Cursor;

/** An enquiry whose words are also about a child who was erased. Made by the database with the erasure; changed by people. */
@Entity
@Table(name = "redaction")
class Redaction extends PanacheEntityBase {

    @Id
    UUID id;

    @Column(name = "enquiry_id", updatable = false)
    UUID enquiryId;

    String status;

    @Column(name = "due_at", updatable = false)
    Instant dueAt;

    @Column(name = "proposed_by_id")
    String proposedById;

    @Column(name = "proposed_by")
    String proposedBy;

    @Column(name = "proposed_at")
    Instant proposedAt;

    String excerpt;

    String wanted;

    byte[] referral;

    @Column(name = "approved_by_id")
    String approvedById;

    @Column(name = "approved_by")
    String approvedBy;

    @Column(name = "approved_at")
    Instant approvedAt;

    // Until it is done, who stays away from the enquiry as they stayed away from the erased child: see Visible.

    @Column(insertable = false, updatable = false)
    boolean restricted;

    @Column(insertable = false, updatable = false)
    String[] admitted;

    @Column(name = "kept_out", insertable = false, updatable = false)
    String[] keptOut;

    @Version
    int version;

    static Redaction get(UUID id) {
        return Redaction.<Redaction>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** Whose words they are, of one that is not loaded, so that locks come first. */
    static UUID enquiryOf(UUID id) {
        return find("select enquiryId from Redaction where id = ?1", id)
                .project(UUID.class)
                .firstResultOptional()
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    static Redaction lock(UUID id) {
        return Redaction.<Redaction>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    static List<Redaction> waiting(Access access, Cursor.At after, int most) {
        var parameters = access.reader();
        parameters.put("at", after.at());
        parameters.put("id", after.id());
        return Redaction.<Redaction>find(
                        "from Redaction it where it.status <> 'done' and (it.dueAt, it.id) > (:at, :id) and "
                                + Visible.enquiry("it.enquiryId") + " order by it.dueAt, it.id",
                        parameters)
                .page(Page.ofSize(most))
                .list();
    }

    void propose(SharedWords.Left left, Actor by, Instant now) {
        requireOpen();
        excerpt = left.excerpt();
        wanted = left.wanted();
        referral = left.referral();
        status = RedactionStatus.PROPOSED.wire();
        proposedById = by.id();
        proposedBy = by.displayName();
        proposedAt = now;
    }

    void approve(Actor by, Instant now) {
        requireOpen();
        if (status.equals(RedactionStatus.DUE.wire())) {
            throw ProblemType.WRONG_TEXTS.exception("Nobody has proposed anything yet");
        }
        if (by.id().equals(proposedById)) {
            throw ProblemType.SAME_PERSON.exception();
        }
        status = RedactionStatus.DONE.wire();
        approvedById = by.id();
        approvedBy = by.displayName();
        approvedAt = now;
    }

    /**
     * Of another child of the same enquiry, proposed from texts that are no more: it would bring them back. Under the lock of the
     * conversation.
     */
    static List<Redaction> proposedBesides(Redaction done) {
        return Redaction.<Redaction>find(
                        "enquiryId = ?1 and id <> ?2 and status = ?3",
                        done.enquiryId,
                        done.id,
                        RedactionStatus.PROPOSED.wire())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Nobody has proposed anything. */
    void beginAnew() {
        status = RedactionStatus.DUE.wire();
        proposedById = null;
        proposedBy = null;
        proposedAt = null;
        excerpt = null;
        wanted = null;
        referral = null;
        RedactionText.delete("redactionId", id);
        RedactionPart.delete("redactionId", id);
    }

    boolean isDone() {
        return status.equals(RedactionStatus.DONE.wire());
    }

    private void requireOpen() {
        if (isDone()) {
            throw ProblemType.ERASURE_DECIDED.exception();
        }
    }

    Cursor.At place() {
        return new Cursor.At(dueAt, id);
    }

    RedactionStatus status() {
        return WireName.parse(RedactionStatus.class, status);
    }

    RedactionSummary toSummary() {
        return new RedactionSummary(id, enquiryId, status(), dueAt, proposedBy);
    }
}
