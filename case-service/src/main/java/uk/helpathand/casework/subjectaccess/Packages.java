package uk.helpathand.casework.subjectaccess;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.helpathand.api.casework.SubjectAccessCopy;
import uk.helpathand.api.casework.SubjectAccessPackage;
import uk.helpathand.api.handover.ConversationHeld;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.platform.crypto.DataKeys;

/**
 * Puts together what is held on a child. In memory: a child with ten thousand messages needs some tens of megabytes for the time of
 * the call. Within the caller's transaction.
 */
@ApplicationScoped
class Packages {

    /**
     * What began before a moment and was changed after it, so that it cannot be left out by its time: a case (its summary, who may
     * see it, what it was joined with), an enquiry that was found to be about the child or has become more urgent, what a lead wrote
     * about broken glass or a hold, of the child or of an enquiry, a consent that was taken back, a conflict or a place in a circle
     * that ended.
     */
    private static final String CHANGED = """
            SELECT EXISTS (SELECT 1 FROM case_file f
                    WHERE f.child_id = :child AND f.opened_at <= :moment AND f.changed_at > :moment)
                OR EXISTS (SELECT 1 FROM case_file f JOIN case_enquiry l ON l.case_id = f.id
                    JOIN triage t ON t.id = l.triage_id JOIN enquiry e ON e.id = l.enquiry_id
                    WHERE f.child_id = :child AND e.received_at <= :moment AND t.at > :moment)
                OR EXISTS (SELECT 1 FROM break_glass b JOIN case_file f ON f.id = b.case_id
                    WHERE f.child_id = :child AND b.at <= :moment AND b.reviewed_at > :moment)
                OR EXISTS (SELECT 1 FROM enquiry_urgency_reason r JOIN enquiry e ON e.id = r.enquiry_id
                    WHERE e.id = ANY (CAST(:enquiries AS uuid[])) AND e.received_at <= :moment AND r.at > :moment)
                OR EXISTS (SELECT 1 FROM legal_hold h
                    WHERE (h.subject_id = :child OR h.subject_id = ANY (CAST(:enquiries AS uuid[])))
                    AND h.placed_at <= :moment AND h.lifted_at > :moment)
                OR EXISTS (SELECT 1 FROM consent c
                    WHERE c.child_id = :child AND c.recorded_at <= :moment AND c.withdrawn_at > :moment)
                OR EXISTS (SELECT 1 FROM conflict_of_interest i
                    WHERE i.child_id = :child AND i.flagged_at <= :moment AND i.lifted_at > :moment)
                OR EXISTS (SELECT 1 FROM circle_member m JOIN case_file f ON f.id = m.case_id
                    WHERE f.child_id = :child AND m.added_at <= :moment AND m.removed_at > :moment)
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    DataKeys dataKeys;

    @Inject
    Access access;

    @Inject
    Clock clock;

    @Inject
    @All
    List<Section> sections;

    /** All that follows sees one moment. To be called before anything else of the transaction. */
    void atOneMoment() {
        entityManager
                .createNativeQuery("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
                .executeUpdate();
    }

    /**
     * Conversations about the child. Whoever may not know of one of them, or of an enquiry, because another child's case within it is
     * closed to them, gets nothing at all: their copy would lack it and not say so.
     */
    List<UUID> conversationsForReader(UUID childId) {
        Held held = held(childId);
        access.requireChild(childId);
        boolean all = access.conversationsOf(held.conversations).size() == held.conversations.size()
                && access.enquiriesOf(held.enquiries).size() == held.enquiries.size();
        if (!all) {
            throw ProblemType.NOT_FOUND.exception();
        }
        return held.conversations;
    }

    List<UUID> conversations(UUID childId) {
        return held(childId).conversations;
    }

    /** Whether what a lead released at that moment does not stand there any more as they saw it. */
    boolean isChangedSince(UUID childId, Instant moment) {
        return (Boolean) entityManager
                .createNativeQuery(CHANGED, Boolean.class)
                .setParameter("child", childId)
                .setParameter("enquiries", held(childId).enquiries.toArray(UUID[]::new))
                .setParameter("moment", moment.atOffset(ZoneOffset.UTC))
                .getSingleResult();
    }

    /**
     * @param elsewhere what contact-service said of each of the child's conversations
     * @param until what came later is left out; null for nothing
     */
    SubjectAccessPackage build(
            SubjectAccess request,
            Map<UUID, Optional<ConversationHeld>> elsewhere,
            SubjectAccessCopy copy,
            Instant until) {
        Held held = held(request.childId);
        if (!new HashSet<>(held.conversations).equals(elsewhere.keySet())) {
            // One began after contact-service was asked: the next try has it.
            throw ProblemType.UNAVAILABLE.exception();
        }
        List<Part> parts = here(held);
        parts.add(ContactPart.of(elsewhere, parts, until));
        return new Copy(request, Decisions.of(request.id), copy, until).of(reference(held), parts, clock.instant());
    }

    /** Those of the named entries that the package of this child cannot have. */
    Set<String> unknown(UUID childId, Set<String> entryIds) {
        Set<String> known = here(held(childId)).stream()
                .flatMap(part -> part.entries().stream())
                .map(entry -> entry.id)
                .collect(Collectors.toSet());
        return entryIds.stream()
                .filter(id -> !known.contains(id) && !ContactPart.mayHave(id))
                .collect(Collectors.toSet());
    }

    private List<Part> here(Held held) {
        var parts = new ArrayList<Part>();
        sections.stream()
                .sorted(Comparator.comparingInt(Section::place))
                .forEach(section -> parts.add(new Part(
                        section.title(), section.tables(), section.entries(held).toList())));
        return parts;
    }

    private static String reference(Held held) {
        return held.rows("select reference from child where id = :child")
                .map(row -> (String) row.get("reference"))
                .findFirst()
                .orElseThrow(ProblemType.NOT_FOUND::exception);
    }

    private Held held(UUID childId) {
        return new Held(childId, entityManager, dataKeys);
    }
}
