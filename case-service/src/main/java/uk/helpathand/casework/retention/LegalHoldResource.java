package uk.helpathand.casework.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.LegalHoldApi;
import uk.helpathand.api.casework.LegalHoldView;
import uk.helpathand.api.casework.LiftLegalHold;
import uk.helpathand.api.casework.NewLegalHold;
import uk.helpathand.casework.access.Access;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.CreatedFilter;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Idempotency;

/** See {@link LegalHoldApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class LegalHoldResource implements LegalHoldApi {

    @Inject
    Records records;

    @Inject
    Access access;

    @Inject
    Idempotency idempotency;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    CreatedFilter created;

    @Inject
    Clock clock;

    @Override
    public LegalHoldView place(String idempotencyKey, NewLegalHold asked) {
        records.require(asked.kind(), asked.id());
        records.lock(asked.id());
        // It may have been erased while this waited.
        records.require(asked.kind(), asked.id());
        LegalHoldView placed = idempotency.once(
                "record.hold", asked, LegalHoldView.class, () -> LegalHold.place(asked, actor, clock.instant())
                        .toView());
        audit.done("record.hold", asked.kind().wire(), List.of(asked.id()), placed.reason());
        created.at("/v1/legal-holds/" + placed.id());
        return placed;
    }

    @Override
    public Page<LegalHoldView> list(boolean lifted, String after, int limit) {
        List<LegalHold> rows = LegalHold.page(lifted, access, Cursor.parseAt(after), limit + 1);
        audit.done("hold.list", "legal-hold", rows.stream().map(row -> row.id).toList());
        return Cursor.page(rows, limit, LegalHold::toView, last -> last.place().encode());
    }

    @Override
    public LegalHoldView get(UUID id) {
        var hold = LegalHold.get(id);
        records.requireKnown(hold.kind(), hold.subjectId);
        audit.done("hold.read", "legal-hold", List.of(id));
        return hold.toView();
    }

    @Override
    public LegalHoldView lift(UUID id, LiftLegalHold lift) {
        var hold = LegalHold.lock(id);
        records.requireKnown(hold.kind(), hold.subjectId);
        if (hold.lift(lift.reason(), actor, clock.instant())) {
            audit.done("record.lift-hold", hold.subjectKind, List.of(hold.subjectId), hold.liftReason);
        } else {
            audit.done("hold.read", "legal-hold", List.of(id));
        }
        return hold.toView();
    }
}
