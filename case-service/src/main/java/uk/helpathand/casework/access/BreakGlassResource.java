package uk.helpathand.casework.access;

import io.quarkus.security.ForbiddenException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.BreakGlassApi;
import uk.helpathand.api.casework.BreakGlassReceipt;
import uk.helpathand.api.casework.BreakGlassReview;
import uk.helpathand.api.casework.BreakGlassView;
import uk.helpathand.api.casework.NewBreakGlass;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.web.CreatedFilter;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Idempotency;

/** See {@link BreakGlassApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class BreakGlassResource implements BreakGlassApi {

    private static final String SUBJECT = "break-glass";

    @Inject
    Access access;

    @Inject
    Cases cases;

    @Inject
    FreshSignIn freshSignIn;

    @Inject
    AccessConfig config;

    @Inject
    Outbox outbox;

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

    /** The same statements and the same answer, whether there is such a case or not. */
    @Override
    public BreakGlassReceipt take(String idempotencyKey, NewBreakGlass asked) {
        freshSignIn.require(config.signedInWithin());
        UUID caseId = cases.named(asked.caseReference(), actor.id()).orElse(null);
        BreakGlassReceipt taken = idempotency.once("break-glass.take", asked, BreakGlassReceipt.class, () -> {
            var glass = BreakGlass.by(actor, asked, caseId, clock.instant(), config.breakGlassLasts());
            outbox.owe(SendBreakGlassMail.KIND, glass.id, glass.id, 1);
            return new BreakGlassReceipt(glass.id, glass.caseReference, glass.at, glass.until);
        });
        // Where it opened nothing, the reason has to be found again when it is forgotten.
        audit.done(
                "case.break-glass",
                "case",
                List.of(caseId == null ? taken.id() : caseId),
                LosslessText.storable(asked.reason()));
        created.at("/v1/break-glass/" + taken.id());
        return taken;
    }

    @Override
    public Page<BreakGlassView> list(boolean reviewDue, String after, int limit) {
        access.requireLead();
        List<BreakGlass> rows = BreakGlass.page(reviewDue, actor.id(), Cursor.parseAt(after), limit + 1);
        audit.done("glass.list", SUBJECT, rows.stream().map(row -> row.id).toList());
        return Cursor.page(rows, limit, BreakGlass::toView, last -> new Cursor.At(last.at, last.id).encode());
    }

    @Override
    public BreakGlassView get(UUID id) {
        var glass = BreakGlass.get(id, actor.id());
        requireOwnOrLead(glass);
        audit.done("glass.read", SUBJECT, List.of(id));
        return glass.toView();
    }

    @Override
    public BreakGlassView review(UUID id, BreakGlassReview review) {
        access.requireLead();
        var glass = BreakGlass.lock(id, actor.id());
        if (glass.staffId.equals(actor.id())) {
            // Nobody judges themselves.
            throw new ForbiddenException();
        }
        glass.review(review, actor, clock.instant());
        audit.done("glass.review", SUBJECT, List.of(id));
        return glass.toView();
    }

    private void requireOwnOrLead(BreakGlass glass) {
        if (!glass.staffId.equals(actor.id()) && !actor.roles().contains(Role.LEAD)) {
            throw ProblemType.NOT_FOUND.exception();
        }
    }
}
