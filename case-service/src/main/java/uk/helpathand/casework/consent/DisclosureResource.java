package uk.helpathand.casework.consent;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.DisclosureApi;
import uk.helpathand.api.casework.DisclosureView;
import uk.helpathand.api.casework.NewDisclosure;
import uk.helpathand.api.casework.SharingBasis;
import uk.helpathand.casework.access.Access;
import uk.helpathand.casework.casefile.CaseFile;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.web.CreatedFilter;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Idempotency;

/** See {@link DisclosureApi}. A case that is closed is no less to be answered for: what is shared of it is recorded as well. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class DisclosureResource implements DisclosureApi {

    private static final String SUBJECT = "case";

    @Inject
    Sharing sharing;

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
    public Page<DisclosureView> disclosures(UUID id, String after, int limit) {
        access.requireCase(id);
        List<Disclosure> rows = Disclosure.ofCase(id, NewestFirst.parse(after), limit + 1);
        audit.done("case.read-disclosures", SUBJECT, List.of(id));
        return Cursor.page(rows, limit, Disclosure::toView, last -> last.place().encode());
    }

    /** The reason stands with the disclosure alone: what the audit keeps outlives the child's record. */
    @Override
    public DisclosureView disclose(UUID id, String idempotencyKey, NewDisclosure asked) {
        access.requireCase(id);
        Disclosure.requireWhole(asked);
        // Also when the same call comes again: whoever has no answer yet has not shared, and may have been told no
        // meanwhile.
        Instant checked = checked(id, asked);
        DisclosureView disclosed =
                idempotency.once("case.disclose of " + id, asked, DisclosureView.class, () -> Disclosure.record(
                                id, asked, actor, checked)
                        .toView());
        audit.done("case.disclose", SUBJECT, List.of(id));
        created.inAList();
        return disclosed;
    }

    private Instant checked(UUID caseId, NewDisclosure asked) {
        if (asked.basis() == SharingBasis.WITHOUT_CONSENT) {
            return clock.instant();
        }
        UUID childId = CaseFile.<CaseFile>findById(caseId).childId;
        return sharing.require(asked.consentId(), childId, new Body(asked.bodyKind(), asked.bodyName()), asked.what());
    }
}
