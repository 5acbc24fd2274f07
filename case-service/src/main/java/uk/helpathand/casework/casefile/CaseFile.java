package uk.helpathand.casework.casefile;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.helpathand.api.casework.CasePatch;
import uk.helpathand.api.casework.CaseStatus;
import uk.helpathand.api.casework.CaseSummary;
import uk.helpathand.api.casework.CaseView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.conversation.CaseConversation;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Ids;

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

    @Column(name = "owner_id")
    String ownerId;

    String owner;

    /** Since when nobody answers for it: as the staff directory says, kept by {@link CasesWithoutOwner}. */
    @Column(name = "owner_left_at")
    Instant ownerLeftAt;

    @Column(name = "opened_at", updatable = false)
    Instant openedAt;

    @Column(name = "closed_at")
    Instant closedAt;

    @Column(name = "closure_reason")
    String closureReason;

    String summary;

    boolean restricted;

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
        opened.persistAndFlush();
        CaseOwner.first(opened);
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

    /** Whether it is otherwise now. */
    boolean restrict(boolean on, Instant now) {
        if (restricted == on) {
            return false;
        }
        restricted = on;
        changedAt = now;
        return true;
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

    /** Somebody else answers for it from now on. */
    void giveTo(String nextOwnerId, String nextOwner, Instant now) {
        requireOpen();
        ownerId = nextOwnerId;
        owner = nextOwner;
        ownerLeftAt = null;
        changedAt = now;
    }

    /** @param at null when they are back */
    void ownerLeft(Instant at, Instant now) {
        ownerLeftAt = at;
        changedAt = now;
    }

    private void requireOpen() {
        if (!isOpen()) {
            throw ProblemType.CASE_CLOSED.exception();
        }
    }

    CaseSummary toSummary() {
        return new CaseSummary(id, reference, childId, status, ownerId, owner, ownerLeftAt, openedAt, restricted);
    }

    /** Threads and enquiries that also belong to a case they may not know of are left out. */
    CaseView toView(Access access) {
        List<UUID> conversations = CaseConversation.conversationsOf(id);
        List<UUID> enquiries = CaseEnquiry.enquiriesOf(id);
        return new CaseView(
                id,
                reference,
                childId,
                status,
                ownerId,
                owner,
                ownerLeftAt,
                openedAt,
                closedAt,
                closureReason,
                summary,
                restricted,
                only(access.conversationsOf(conversations), conversations),
                only(access.enquiriesOf(enquiries), enquiries));
    }

    private static List<UUID> only(Set<UUID> visible, List<UUID> ids) {
        return ids.stream().filter(visible::contains).toList();
    }
}
