package uk.helpathand.casework.casefile;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import io.quarkus.panache.common.Page;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.helpathand.api.casework.CasePatch;
import uk.helpathand.api.casework.CaseStatus;
import uk.helpathand.api.casework.CaseSummary;
import uk.helpathand.api.casework.CaseView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.CaseConversation;
import uk.helpathand.casework.conversation.Owner;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;
import uk.helpathand.platform.web.Cursor;

/** The team's work for exactly one child. {@code case} is a reserved word in Java and in SQL. */
@Entity
@Table(name = "case_file")
public class CaseFile extends PanacheEntityBase {

    @Id
    public UUID id;

    @Column(updatable = false)
    public String reference;

    @Column(name = "child_id", updatable = false)
    public UUID childId;

    CaseStatus status;

    @Column(name = "owner_id", updatable = false)
    String ownerId;

    @Column(updatable = false)
    String owner;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "closure_reason")
    String closureReason;

    String summary;

    @Column(name = "changed_at")
    Instant changedAt;

    @Version
    int version;

    /** Whoever opens a case answers for it. */
    public static CaseFile open(UUID childId, String ownerId, String owner, Instant now) {
        var opened = new CaseFile();
        opened.id = Ids.next();
        opened.reference = Reference.unused("C-", reference -> count("reference", reference) > 0);
        opened.childId = childId;
        opened.status = CaseStatus.OPEN;
        opened.ownerId = ownerId;
        opened.owner = owner;
        opened.openedAt = now;
        opened.changedAt = now;
        opened.persist();
        return opened;
    }

    static CaseFile get(UUID id) {
        return CaseFile.<CaseFile>findByIdOptional(id).orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** With its row locked; after the locks of its conversations, never before. */
    static CaseFile lock(UUID id) {
        return CaseFile.<CaseFile>findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    /** The open case an enquiry may join, with its row locked against a closure. */
    public static CaseFile joinable(UUID id) {
        CaseFile found = id == null ? null : CaseFile.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (found == null || found.status != CaseStatus.OPEN) {
            throw ProblemType.WRONG_CASE.exception();
        }
        return found;
    }

    /** Newest first. */
    static List<CaseFile> newest(CaseStatus status, Cursor.At before, int most) {
        var conditions = new ArrayList<String>();
        var parameters = new HashMap<String, Object>();
        if (status != null) {
            conditions.add("status = :status");
            parameters.put("status", status);
        }
        if (before != null) {
            conditions.add("(openedAt, id) < (:at, :id)");
            parameters.put("at", before.at());
            parameters.put("id", before.id());
        }
        return CaseFile.<CaseFile>find(
                        String.join(" and ", conditions) + " order by openedAt desc, id desc", parameters)
                .page(Page.ofSize(most))
                .list();
    }

    /**
     * Who must answer a conversation: the owner of its most recently opened open case; the lead when all its cases are
     * closed; the queue when it has none.
     */
    public static Owner ownerOf(UUID conversationId) {
        List<CaseFile> cases = ofConversation(conversationId);
        return cases.stream()
                .filter(CaseFile::isOpen)
                .max(Comparator.comparing((CaseFile file) -> file.openedAt).thenComparing(file -> file.id))
                .map(file -> Owner.adviser(file.ownerId))
                .orElse(cases.isEmpty() ? Owner.QUEUE : Owner.LEAD);
    }

    static List<CaseFile> ofConversation(UUID conversationId) {
        return list("id in (select caseId from CaseConversation where conversationId = ?1)", conversationId);
    }

    public static List<CaseFile> ofTriage(UUID triageId) {
        return list("id in (select caseId from CaseEnquiry where triageId = ?1) order by openedAt, id", triageId);
    }

    public static List<UUID> idsOfChild(UUID childId) {
        return CaseFile.<CaseFile>list("childId = ?1 order by openedAt, id", childId).stream()
                .map(file -> file.id)
                .toList();
    }

    /** Of several children in one read; a child without a case is left out. */
    public static Map<UUID, List<UUID>> idsOfChildren(Collection<UUID> childIds) {
        return CaseFile.<CaseFile>list("childId in ?1", childIds).stream()
                .sorted(Comparator.comparing((CaseFile file) -> file.openedAt).thenComparing(file -> file.id))
                .collect(Collectors.groupingBy(
                        file -> file.childId, Collectors.mapping(file -> file.id, Collectors.toList())));
    }

    boolean isOpen() {
        return status == CaseStatus.OPEN;
    }

    /** An enquiry and its thread belong to this case from now on. */
    public void add(UUID enquiryId, UUID conversationId, UUID triageId, Instant now) {
        CaseConversation.link(id, conversationId);
        CaseEnquiry.link(id, enquiryId, triageId);
        changedAt = now;
    }

    void patch(CasePatch patch, Instant now) {
        requireOpen();
        if (patch.summary() != null) {
            summary = LosslessText.storable(patch.summary());
            changedAt = now;
        }
    }

    /** Names of the fields that are now other than the patch has them. */
    List<String> differences(CasePatch patch) {
        return patch.summary() == null || Objects.equals(patch.summary(), summary) ? List.of() : List.of("summary");
    }

    void close(String reason, Instant now) {
        requireOpen();
        status = CaseStatus.CLOSED;
        closedAt = now;
        closureReason = reason;
        changedAt = now;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw ProblemType.CASE_CLOSED.exception();
        }
    }

    CaseSummary toSummary() {
        return new CaseSummary(id, reference, childId, status, ownerId, owner, openedAt);
    }

    CaseView toView() {
        return new CaseView(
                id,
                reference,
                childId,
                status,
                ownerId,
                owner,
                openedAt,
                closedAt,
                closureReason,
                summary,
                CaseConversation.conversationsOf(id),
                CaseEnquiry.enquiriesOf(id));
    }
}
