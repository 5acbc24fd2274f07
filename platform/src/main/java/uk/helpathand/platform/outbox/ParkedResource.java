package uk.helpathand.platform.outbox;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.ParkedApi;
import uk.helpathand.api.ParkedView;
import uk.helpathand.api.Role;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.Cursor;

/** See {@link ParkedApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class ParkedResource implements ParkedApi {

    @Inject
    Clock clock;

    @Inject
    Audit audit;

    @Override
    public Page<ParkedView> list(String after, int limit) {
        Cursor.At from = Cursor.parseAt(after);
        List<OutboxMessage> rows = OutboxMessage.parkedAfter(from.at(), from.id(), limit + 1);
        audit.done(
                "outbox.list-parked", "outbox", rows.stream().map(row -> row.id).toList());
        return Cursor.page(
                rows, limit, OutboxMessage::toParkedView, last -> new Cursor.At(last.parkedAt, last.id).encode());
    }

    @Override
    public void retry(UUID id) {
        Instant now = clock.instant();
        if (!OutboxMessage.unpark(id, now)) {
            throw ProblemType.NOT_FOUND.exception();
        }
        audit.done("outbox.retry", "outbox", List.of(id));
    }
}
