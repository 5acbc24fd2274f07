package uk.helpathand.casework.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.api.casework.CircleView;
import uk.helpathand.api.casework.CircleView.CircleMemberView;

/**
 * The little that access has to know of cases, by their names in HQL: the case feature asks for access, so access cannot ask
 * for its classes.
 */
@ApplicationScoped
class Cases {

    @Inject
    EntityManager entityManager;

    /** Against a second change of its circle at the same moment. */
    void lock(UUID id) {
        entityManager
                .createNativeQuery("SELECT id FROM case_file WHERE id = :id FOR UPDATE", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /**
     * Against whoever gives one of a child's cases to somebody, takes somebody into its circle, or keeps out another colleague at
     * the same moment. Cases first, then the child, as an erasure does.
     */
    void lockAllOf(UUID childId) {
        entityManager
                .createNativeQuery("SELECT id FROM case_file WHERE child_id = :id ORDER BY id FOR UPDATE", UUID.class)
                .setParameter("id", childId)
                .getResultList();
        entityManager
                .createNativeQuery("SELECT id FROM child WHERE id = :id FOR UPDATE", UUID.class)
                .setParameter("id", childId)
                .getResultList();
    }

    /**
     * What waits of the child for that colleague, who may answer for a case of a brother or sister, waits for the lead. Before any
     * case is locked: threads come first.
     */
    void giveThreadsOfChild(UUID childId, String staffId) {
        giveThreadsToLead("file.child_id = :subject", "true", childId, staffId);
    }

    /** The same of a case that they are to see no more; its owner goes on seeing it. */
    void giveThreadsOfCase(UUID id, String staffId) {
        giveThreadsToLead(
                "file.id = :subject", "file.restricted AND file.owner_id IS DISTINCT FROM :staff", id, staffId);
    }

    private void giveThreadsToLead(String ofSubject, String thatTheyMustNotSee, UUID subject, String staffId) {
        String threads = """
                SELECT link.conversation_id FROM case_conversation link
                JOIN case_file file ON file.id = link.case_id WHERE\s""" + ofSubject;
        entityManager
                .createNativeQuery(
                        "SELECT id FROM conversation WHERE id IN (" + threads + ") ORDER BY id FOR UPDATE", UUID.class)
                .setParameter("subject", subject)
                .getResultList();
        entityManager
                .createNativeQuery("UPDATE conversation SET owner_kind = 'lead', owner_id = NULL, version = version + 1"
                        + " WHERE owner_kind = 'adviser' AND owner_id = :staff"
                        + " AND id IN (" + threads + " AND " + thatTheyMustNotSee + ")")
                .setParameter("staff", staffId)
                .setParameter("subject", subject)
                .executeUpdate();
    }

    CircleView circle(UUID id, List<CircleMemberView> members) {
        Object[] file = entityManager
                .createQuery("select it.restricted, it.ownerId from CaseFile it where it.id = :id", Object[].class)
                .setParameter("id", id)
                .getSingleResult();
        return new CircleView((Boolean) file[0], lastSaid(id), (String) file[1], members);
    }

    private String lastSaid(UUID id) {
        return entityManager
                .createQuery(
                        "select it.reason from CaseRestriction it where it.caseId = :id order by it.at desc, it.id desc",
                        String.class)
                .setParameter("id", id)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }

    UUID childOf(UUID id) {
        return entityManager
                .createQuery("select it.childId from CaseFile it where it.id = :id", UUID.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    boolean answersForOpenCaseOf(String staffId, UUID childId) {
        return entityManager
                        .createQuery(
                                "select count(*) from CaseFile it where it.childId = :child and it.ownerId = :staff"
                                        + " and it.closedAt is null",
                                Long.class)
                        .setParameter("child", childId)
                        .setParameter("staff", staffId)
                        .getSingleResult()
                > 0;
    }

    /**
     * The case that a reference names, written as people write it: in small letters, with spaces. Nothing for somebody whom a
     * conflict of interest keeps out of it, in one statement with the reference that names nothing.
     */
    Optional<UUID> named(String reference, String staffId) {
        return entityManager
                .createQuery(
                        "select it.id from CaseFile it where it.reference = :reference and "
                                + Visible.noConflict("it.childId"),
                        UUID.class)
                .setParameter("reference", reference.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
                .setParameter("me", staffId)
                .getResultStream()
                .findFirst();
    }
}
