package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.AccessApi;
import uk.helpathand.api.casework.AccessView;
import uk.helpathand.api.casework.AuditOutcome;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.Cursor;

/** See {@link AccessApi}. */
@RolesAllowed({Role.LEAD, Role.AUDITOR})
@Transactional
public class AccessResource implements AccessApi {

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
    Access access;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    public Page<AccessView> list(UUID id, String after, int limit) {
        access.requireChildToAudit(id);
        var query = new AuditQuery(aboutChild(id), null, null, AuditOutcome.DONE, Instant.EPOCH, null);
        AuditQuery.Found found = query.newest(after == null ? null : Cursor.parseAt(after), limit, clock.instant());
        audit.done("child.read-access", "child", List.of(id));
        return found.toPage(AuditRow::toAccess);
    }

    private List<UUID> aboutChild(UUID id) {
        List<?> ids = entityManager
                .createNativeQuery(ABOUT_CHILD, UUID.class)
                .setParameter("child", id)
                .getResultList();
        return ids.stream().map(UUID.class::cast).toList();
    }
}
