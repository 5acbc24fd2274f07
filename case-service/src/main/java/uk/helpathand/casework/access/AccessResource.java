package uk.helpathand.casework.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
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

    @Inject
    AboutChild aboutChild;

    @Inject
    Access access;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    public Page<AccessView> list(UUID id, String after, int limit) {
        access.requireChildToAudit(id);
        // Of a brother or sister whom whoever calls must not hear of, what is shared with this child tells as well.
        Set<UUID> hidden = aboutChild.idsKeptFromCaller();
        var query = new AuditQuery(aboutChild.ids(id), null, null, AuditOutcome.DONE, Instant.EPOCH, null, hidden);
        AuditQuery.Found found = query.newest(after == null ? null : Cursor.parseAt(after), limit, clock.instant());
        audit.done("child.read-access", "child", List.of(id));
        return found.toPage(row -> row.toAccess(hidden));
    }
}
