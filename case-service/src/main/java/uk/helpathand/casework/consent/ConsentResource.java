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
import uk.helpathand.api.casework.CompetenceJudgementView;
import uk.helpathand.api.casework.ConsentApi;
import uk.helpathand.api.casework.ConsentView;
import uk.helpathand.api.casework.NewCompetenceJudgement;
import uk.helpathand.api.casework.NewConsent;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.DataKeys;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.crypto.SubjectKind;
import uk.helpathand.platform.web.CreatedFilter;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Idempotency;

/** See {@link ConsentApi}. */
@RolesAllowed({Role.ADVISER, Role.LEAD})
@Transactional
public class ConsentResource implements ConsentApi {

    private static final String SUBJECT = "child";

    @Inject
    Competence competence;

    @Inject
    DataKeys dataKeys;

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
    public Page<ConsentView> consents(UUID id, String after, int limit) {
        access.requireChild(id);
        List<Consent> rows = Consent.ofChild(id, NewestFirst.parse(after), limit + 1);
        audit.done("child.read-consents", SUBJECT, List.of(id));
        Instant now = clock.instant();
        return Cursor.page(
                rows, limit, row -> row.toView(now), last -> last.place().encode());
    }

    @Override
    public ConsentView consent(UUID id, String idempotencyKey, NewConsent asked) {
        access.requireChild(id);
        ConsentView given = idempotency.once("child.record-consent of " + id, asked, ConsentView.class, () -> {
            Instant now = clock.instant();
            Instant givenAt = GivenTimes.past(asked.givenAt(), "givenAt", now);
            competence.require(id, asked, givenAt);
            return Consent.record(id, asked, givenAt, actor, now).toView(now);
        });
        audit.done("child.record-consent", SUBJECT, List.of(id));
        created.inAList();
        return given;
    }

    @Override
    public ConsentView withdraw(UUID id, UUID consentId) {
        access.requireChild(id);
        var consent = Consent.lock(consentId, id).orElseThrow(ProblemType.NOT_FOUND::exception);
        // Read only now: whatever was shared under the lock before is earlier.
        Instant now = clock.instant();
        consent.withdraw(actor, now);
        audit.done("child.withdraw-consent", SUBJECT, List.of(id));
        return consent.toView(now);
    }

    @Override
    public Page<CompetenceJudgementView> judgements(UUID id, String after, int limit) {
        access.requireChild(id);
        List<CompetenceJudgement> rows = CompetenceJudgement.ofChild(id, NewestFirst.parse(after), limit + 1);
        audit.done("child.read-competence", SUBJECT, List.of(id));
        SubjectCipher cipher = rows.stream().anyMatch(CompetenceJudgement::isByOutsider) ? cipherOf(id) : null;
        return Cursor.page(
                rows, limit, row -> row.toView(cipher), last -> last.place().encode());
    }

    @Override
    public CompetenceJudgementView judge(UUID id, String idempotencyKey, NewCompetenceJudgement asked) {
        access.requireChild(id);
        CompetenceJudgementView judged =
                idempotency.once("child.judge-competence of " + id, asked, CompetenceJudgementView.class, () -> {
                    SubjectCipher cipher = cipherOf(id);
                    return CompetenceJudgement.record(id, asked, cipher, actor, clock.instant())
                            .toView(cipher);
                });
        audit.done("child.judge-competence", SUBJECT, List.of(id));
        created.inAList();
        return judged;
    }

    private SubjectCipher cipherOf(UUID childId) {
        return dataKeys.open(SubjectKind.CHILD, childId);
    }
}
