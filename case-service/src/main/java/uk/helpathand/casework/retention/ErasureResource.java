package uk.helpathand.casework.retention;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.ErasureApi;
import uk.helpathand.api.casework.ErasureStatus;
import uk.helpathand.api.casework.ErasureView;
import uk.helpathand.api.casework.KeepRecord;
import uk.helpathand.api.casework.NewErasure;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Clocks;
import uk.helpathand.platform.web.CreatedFilter;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Idempotency;

/** See {@link ErasureApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class ErasureResource implements ErasureApi {

    private static final String SUBJECT = "erasure";

    @Inject
    Erasures erasures;

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
    public ErasureView propose(String idempotencyKey, NewErasure asked) {
        records.require(asked.kind(), asked.id());
        ErasureView proposed = idempotency.once("record.propose-erasure", asked, ErasureView.class, () -> {
            erasures.requireErasable(asked.id());
            var erasure = Erasure.asked(asked, clock.instant());
            // One that was under way may have been carried out while this waited for it.
            records.require(asked.kind(), asked.id());
            return proposed(erasure);
        });
        audit.done("record.propose-erasure", asked.kind().wire(), List.of(asked.id()));
        created.at("/v1/erasures/" + proposed.id());
        return proposed;
    }

    private ErasureView proposed(Erasure erasure) {
        erasure.propose(actor, clock.instant());
        Erasure.flush();
        return erasure.toView();
    }

    @Override
    public Page<ErasureView> list(ErasureStatus status, String after, int limit) {
        access.requireLead();
        List<Erasure> rows = Erasure.page(status, access, Cursor.parseAt(after), limit + 1);
        audit.done("erasure.list", SUBJECT, rows.stream().map(row -> row.id).toList());
        return Cursor.page(rows, limit, Erasure::toView, last -> last.place().encode());
    }

    @Override
    public ErasureView get(UUID id) {
        access.requireLead();
        var erasure = Erasure.get(id);
        if (!erasure.is(ErasureStatus.DONE)) {
            records.require(erasure.kind(), erasure.subjectId);
        }
        audit.done("erasure.read", SUBJECT, List.of(id));
        return erasure.toView();
    }

    @Override
    public ErasureView review(UUID id) {
        var erasure = locked(id);
        erasures.requireErasable(erasure.subjectId);
        audit.done("record.propose-erasure", erasure.subjectKind, List.of(erasure.subjectId));
        return proposed(erasure);
    }

    @Override
    public ErasureView approve(UUID id) {
        access.requireLead();
        var erasure = locked(id);
        audit.done("record.approve-erasure", erasure.subjectKind, List.of(erasure.subjectId));
        erasures.approve(erasure);
        Erasure.flush();
        return erasure.toView();
    }

    @Override
    public ErasureView keep(UUID id, KeepRecord keep) {
        access.requireLead();
        if (!keep.until().isAfter(LocalDate.ofInstant(clock.instant(), Clocks.LONDON))) {
            throw ProblemType.VALIDATION_FAILED.exception("'until' must be a day to come");
        }
        var erasure = undone(id);
        // Also of an enquiry that belongs to a case by now: else it would stay due for ever.
        records.requireKnown(erasure.kind(), erasure.subjectId);
        erasure.keep(keep.until(), actor, clock.instant());
        audit.done(
                "record.keep", erasure.subjectKind, List.of(erasure.subjectId), LosslessText.storable(keep.reason()));
        return erasure.toView();
    }

    private Erasure locked(UUID id) {
        var erasure = undone(id);
        records.require(erasure.kind(), erasure.subjectId);
        return erasure;
    }

    /** What is done is decided, whoever asks. */
    private static Erasure undone(UUID id) {
        var erasure = Erasure.lock(id);
        if (erasure.is(ErasureStatus.DONE)) {
            throw ProblemType.ERASURE_DECIDED.exception();
        }
        return erasure;
    }
}
