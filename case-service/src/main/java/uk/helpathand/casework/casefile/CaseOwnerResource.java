package uk.helpathand.casework.casefile;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CaseOwnerApi;
import uk.helpathand.api.casework.CaseView;
import uk.helpathand.api.casework.NewOwner;
import uk.helpathand.api.casework.NewReassignment;
import uk.helpathand.api.casework.ReassignmentView;
import uk.helpathand.casework.staff.Colleague;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.web.Idempotency;
import uk.helpathand.platform.web.Preconditions;

/** See {@link CaseOwnerApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class CaseOwnerResource implements CaseOwnerApi {

    @Inject
    CaseOwners owners;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Audit audit;

    @Override
    public CaseView setOwner(UUID id, String ifMatch, NewOwner asked) {
        var locked = LockedCase.of(id);
        CaseFile file = locked.file();
        preconditions.require(
                ifMatch, file.version, file.ownerId.equals(asked.ownerId()) ? List.of() : List.of("ownerId"));
        Colleague next = owners.next(asked.ownerId());
        owners.give(locked, next, asked.reason());
        CaseFile.flush();
        preconditions.etag(file.version);
        return file.toView();
    }

    /** The transaction here keeps the answer for a second call with the same key; each case has one of its own. */
    @Override
    @RolesAllowed(Role.LEAD)
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public ReassignmentView reassign(String idempotencyKey, NewReassignment asked) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ReassignmentView done =
                    idempotency.once("case.reassign", asked, ReassignmentView.class, () -> owners.reassign(asked));
            audit.done("case.reassign", "case", List.of(), LosslessText.storable(asked.reason()));
            return done;
        });
    }
}
