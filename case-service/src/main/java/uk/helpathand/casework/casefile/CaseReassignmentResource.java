package uk.helpathand.casework.casefile;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import java.util.List;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CaseReassignmentApi;
import uk.helpathand.api.casework.NewReassignment;
import uk.helpathand.api.casework.ReassignmentView;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.Idempotency;

/** See {@link CaseReassignmentApi}. The transaction here keeps the answer for a second call; each case has one of its own. */
@RolesAllowed(Role.LEAD)
public class CaseReassignmentResource implements CaseReassignmentApi {

    @Inject
    CaseOwners owners;

    @Inject
    Idempotency idempotency;

    @Inject
    Audit audit;

    @Override
    public ReassignmentView reassign(String idempotencyKey, NewReassignment asked) {
        return QuarkusTransaction.requiringNew().call(() -> {
            ReassignmentView done =
                    idempotency.once("case.reassign", asked, ReassignmentView.class, () -> owners.reassign(asked));
            // The reason is on record with each case, where an erasure finds it.
            audit.done("case.reassign", "case", List.of());
            return done;
        });
    }
}
