package uk.helpathand.casework.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.platform.audit.Actor;

/** What the audit names that is about a child. */
@ApplicationScoped
class AboutChild {

    /** All whose reading is a reading about the child. An enquiry about several children is about each of them. */
    static final String ABOUT_CHILD = """
            with cases as (select id from case_file where child_id = :child),
                enquiries as (select enquiry_id as id from enquiry_child where child_id = :child
                    union select enquiry_id from case_enquiry where case_id in (select id from cases))
            select id from cases
            union select id from enquiries
            union select conversation_id from case_conversation where case_id in (select id from cases)
            union select id from conversation where enquiry_id in (select id from enquiries)
            union select cast(:child as uuid)
            """;

    @Inject
    EntityManager entityManager;

    @Inject
    Actor actor;

    List<UUID> ids(UUID childId) {
        List<?> ids = entityManager
                .createNativeQuery(ABOUT_CHILD, UUID.class)
                .setParameter("child", childId)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }

    /** Of all children whom whoever calls must see nothing of, because of a conflict of interest. */
    Set<UUID> idsKeptFromCaller() {
        Set<UUID> kept = new HashSet<>();
        ConflictOfInterest.childrenOf(actor.id()).forEach(child -> kept.addAll(ids(child)));
        return kept;
    }
}
