package uk.helpathand.casework.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.casework.RecordKind;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;

/** What is kept and erased as one. Within the caller's transaction. */
@ApplicationScoped
class Records {

    private static final String OPEN_CASES = "SELECT count(*) FROM case_file WHERE child_id = :id AND status = 'open'";

    private static final String CASES = "SELECT count(*) FROM case_enquiry WHERE enquiry_id = :id";

    /** Also one to which they wrote again: somebody waits for an answer. */
    private static final String UNDECIDED = """
            SELECT count(*) FROM enquiry WHERE (status <> 'triaged' OR id IN
                    (SELECT enquiry_id FROM conversation WHERE waiting_since IS NOT NULL)) AND (id = :id
                OR id IN (SELECT enquiry_id FROM enquiry_subject WHERE child_id = :id))
            """;

    /** A hold on an enquiry holds after it has become a child's, too. */
    private static final String HOLDS = """
            SELECT count(*) FROM legal_hold WHERE lifted_at IS NULL AND (subject_id = :id
                OR subject_id IN (SELECT enquiry_id FROM enquiry_subject WHERE child_id = :id))
            """;

    /** On an enquiry, or on a child whom it is about. */
    private static final String HOLDS_OF_WORDS = """
            SELECT count(*) FROM legal_hold WHERE lifted_at IS NULL AND (subject_id = :id
                OR subject_id IN (SELECT child_id FROM enquiry_subject WHERE enquiry_id = :id))
            """;

    private static final String LOCK = """
            SELECT c.id FROM conversation c WHERE c.enquiry_id IN (SELECT enquiry_id FROM enquiry_subject WHERE child_id = :id
                UNION SELECT id FROM enquiry WHERE id = :id)
            ORDER BY c.id FOR UPDATE
            """;

    private static final String CONVERSATIONS = """
            WITH cases AS (SELECT id FROM case_file WHERE child_id = :id),
                concerned AS (SELECT enquiry_id FROM enquiry_subject WHERE child_id = :id
                    UNION SELECT id FROM enquiry WHERE id = :id)
            SELECT c.id,
                c.enquiry_id = :id OR NOT EXISTS (SELECT 1 FROM enquiry_child o
                        WHERE o.enquiry_id = c.enquiry_id AND o.child_id IS DISTINCT FROM :id)
                    AND NOT EXISTS (SELECT 1 FROM case_enquiry l
                        WHERE l.enquiry_id = c.enquiry_id AND l.case_id NOT IN (SELECT id FROM cases)),
                (SELECT count(*) FROM message m WHERE m.conversation_id = c.id AND m.author IN ('child', 'adult'))
            FROM conversation c WHERE c.enquiry_id IN (SELECT enquiry_id FROM concerned)
            ORDER BY c.id
            """;

    /** All ids by which an answer may have named the record. */
    private static final String IDS = """
            WITH cases AS (SELECT id FROM case_file WHERE child_id = :id),
                concerned AS (SELECT enquiry_id AS id FROM enquiry_subject WHERE child_id = :id
                    UNION SELECT id FROM enquiry WHERE id = :id),
                threads AS (SELECT id FROM conversation WHERE enquiry_id IN (SELECT id FROM concerned))
            SELECT id FROM cases UNION SELECT id FROM concerned UNION SELECT id FROM threads
            UNION SELECT id FROM message WHERE conversation_id IN (SELECT id FROM threads)
            UNION SELECT id FROM break_glass WHERE case_id IN (SELECT id FROM cases)
            UNION SELECT id FROM code_revocation WHERE conversation_id IN (SELECT id FROM threads)
            UNION SELECT id FROM code_reissue WHERE conversation_id IN (SELECT id FROM threads)
            UNION SELECT id FROM consent WHERE child_id = :id
            UNION SELECT id FROM competence_judgement WHERE child_id = :id
            UNION SELECT id FROM disclosure WHERE case_id IN (SELECT id FROM cases)
            UNION SELECT id FROM subject_access WHERE child_id = :id
            UNION SELECT id FROM legal_hold WHERE subject_id = :id OR subject_id IN (SELECT id FROM concerned)
            UNION SELECT CAST(:id AS uuid)
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Access access;

    /**
     * A conversation of the record.
     *
     * @param whole it is about nobody who stays
     * @param messages of the child or adult
     */
    record Thread(UUID conversationId, boolean whole, int messages) {}

    /** 404 for what there is not, or not for whoever is calling; 422 for an enquiry that belongs to a case. */
    void require(RecordKind kind, UUID id) {
        requireKnown(kind, id);
        if (kind == RecordKind.ENQUIRY && count(CASES, id) > 0) {
            throw ProblemType.WRONG_CASE.exception("That enquiry belongs to a case: it is kept with its child");
        }
    }

    /** The same, of an enquiry also once it belongs to a case. */
    void requireKnown(RecordKind kind, UUID id) {
        if (kind == RecordKind.CHILD) {
            access.requireChild(id);
        } else {
            access.requireEnquiry(id);
        }
    }

    /** Whether a legal hold keeps it, or an enquiry that is part of it. */
    boolean isHeld(UUID id) {
        return count(HOLDS, id) > 0;
    }

    /** 409 while a legal hold keeps the words of an enquiry as they are. */
    void requireRedactable(UUID enquiryId) {
        if (count(HOLDS_OF_WORDS, enquiryId) > 0) {
            throw ProblemType.LEGAL_HOLD.exception();
        }
    }

    /** Nobody is erased while the team works for them, or somebody waits for a decision. */
    boolean isOpen(UUID id) {
        return count(OPEN_CASES, id) > 0 || count(UNDECIDED, id) > 0;
    }

    /**
     * With their lock, so that no message comes in while they are counted. A statement of its own: one that waits for a lock has
     * read all other tables before.
     */
    List<Thread> lockThreads(UUID id) {
        entityManager.createNativeQuery(LOCK).setParameter("id", id).getResultList();
        List<?> rows = entityManager
                .createNativeQuery(CONVERSATIONS)
                .setParameter("id", id)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Thread((UUID) row[0], (Boolean) row[1], ((Number) row[2]).intValue()))
                .toList();
    }

    /** Until whoever asks has done, nobody else keeps it or erases it. */
    void lock(UUID id) {
        List.of("child", "enquiry").forEach(table -> entityManager
                .createNativeQuery("SELECT id FROM " + table + " WHERE id = :id FOR UPDATE")
                .setParameter("id", id)
                .getResultList());
    }

    /** With a child's cases, which come before the child, as for whoever gives them to somebody. */
    void lockWithCases(UUID id) {
        entityManager
                .createNativeQuery("SELECT id FROM case_file WHERE child_id = :id ORDER BY id FOR UPDATE")
                .setParameter("id", id)
                .getResultList();
        lock(id);
    }

    List<UUID> ids(UUID id) {
        List<?> ids = entityManager
                .createNativeQuery(IDS, UUID.class)
                .setParameter("id", id)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    private long count(String sql, UUID id) {
        return ((Number) entityManager
                        .createNativeQuery(sql)
                        .setParameter("id", id)
                        .getSingleResult())
                .longValue();
    }
}
