package uk.helpathand.casework.subjectaccess;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.CompleteSubjectAccess;
import uk.helpathand.api.casework.DecideRedactions;
import uk.helpathand.api.casework.ExtendSubjectAccess;
import uk.helpathand.api.casework.NewSubjectAccess;
import uk.helpathand.api.casework.SetExemption;
import uk.helpathand.api.casework.SubjectAccessApi;
import uk.helpathand.api.casework.SubjectAccessCopy;
import uk.helpathand.api.casework.SubjectAccessDecisions;
import uk.helpathand.api.casework.SubjectAccessGiven;
import uk.helpathand.api.casework.SubjectAccessPackage;
import uk.helpathand.api.casework.SubjectAccessView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.access.Access;
import uk.helpathand.platform.audit.Actor;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.crypto.LosslessText;
import uk.helpathand.platform.time.Clocks;
import uk.helpathand.platform.web.CreatedFilter;
import uk.helpathand.platform.web.Cursor;
import uk.helpathand.platform.web.Idempotency;
import uk.helpathand.platform.web.Preconditions;

/** See {@link SubjectAccessApi}. */
@RolesAllowed(Role.LEAD)
@Transactional
public class SubjectAccessResource implements SubjectAccessApi {

    private static final String SUBJECT = "child";

    @Inject
    Packages packages;

    @Inject
    HeldElsewhereClient elsewhere;

    @Inject
    AnswerBy answerBy;

    @Inject
    Idempotency idempotency;

    @Inject
    Preconditions preconditions;

    @Inject
    Access access;

    @Inject
    Actor actor;

    @Inject
    Audit audit;

    @Inject
    CreatedFilter created;

    @Inject
    Clock clock;

    @Override
    public SubjectAccessView add(String idempotencyKey, NewSubjectAccess asked) {
        access.requireChild(asked.childId());
        Instant now = clock.instant();
        if (asked.receivedOn().isAfter(LocalDate.ofInstant(now, Clocks.LONDON))) {
            throw ProblemType.VALIDATION_FAILED.exception("'receivedOn' is a day that has not come yet");
        }
        SubjectAccessView added =
                idempotency.once("subject-access.add", asked, SubjectAccessView.class, () -> SubjectAccess.of(
                                asked, answerBy.first(asked.receivedOn()), actor, now)
                        .toView());
        audit.done("child.add-access-request", SUBJECT, List.of(asked.childId()));
        created.at("/v1/subject-access-requests/" + added.id());
        return added;
    }

    @Override
    public Page<SubjectAccessView> list(boolean open, String after, int limit) {
        List<SubjectAccess> rows = SubjectAccess.page(open, Cursor.parseAt(after), access.reader(), limit + 1);
        audit.done(
                "child.list-access-requests",
                SUBJECT,
                rows.stream().map(row -> row.childId).distinct().toList());
        return Cursor.page(
                rows, limit, SubjectAccess::toView, last -> last.place().encode());
    }

    @Override
    public SubjectAccessView get(UUID id) {
        return seen(visible(SubjectAccess.get(id)), "child.read-access-request", null);
    }

    @Override
    public SubjectAccessView extend(UUID id, String ifMatch, ExtendSubjectAccess extension) {
        var request = changed(id, ifMatch);
        request.extend(extension.reason(), answerBy.extended(request.receivedOn), actor, clock.instant());
        return seen(request, "child.extend-access-request", extension.reason());
    }

    @Override
    public SubjectAccessView complete(UUID id, String ifMatch, CompleteSubjectAccess completion) {
        if ((completion.given() == SubjectAccessGiven.ALL) != (completion.exemption() == null)) {
            throw ProblemType.VALIDATION_FAILED.exception("'exemption' goes with all that is less than everything");
        }
        var request = changed(id, ifMatch);
        request.complete(completion, actor, clock.instant());
        return seen(request, "child.complete-access-request", null);
    }

    /** Not one transaction: contact-service is asked in between. What is written is written with what is read. */
    @Override
    @Transactional(Transactional.TxType.NOT_SUPPORTED)
    public SubjectAccessPackage build(UUID id, SubjectAccessCopy copy) {
        List<UUID> conversations = QuarkusTransaction.requiringNew()
                .call(() -> packages.conversationsForReader(visible(SubjectAccess.get(id)).childId));
        var held = elsewhere.of(conversations);
        return QuarkusTransaction.requiringNew().call(() -> {
            packages.atOneMoment();
            var request = visible(SubjectAccess.get(id));
            packages.conversationsForReader(request.childId);
            SubjectAccessPackage built = packages.build(request, held, copy, null);
            audit.done("child.export", SUBJECT, List.of(request.childId));
            return built;
        });
    }

    @Override
    public SubjectAccessDecisions redact(UUID id, String ifMatch, DecideRedactions decided) {
        var request = changed(id, ifMatch);
        requireEntries(request, decided.redact(), decided.release());
        Instant now = clock.instant();
        decided.redact()
                .forEach(entry -> Decision.keep(id, entry, Decision.REDACT, false, decided.reason(), actor, now));
        decided.release()
                .forEach(entry -> Decision.keep(id, entry, Decision.RELEASE, false, decided.reason(), actor, now));
        return decided(request, now, "child.redact-copy", decided.reason());
    }

    @Override
    public SubjectAccessDecisions exempt(UUID id, String ifMatch, SetExemption exemption) {
        var request = changed(id, ifMatch);
        List<String> entries = exemption.entryIds();
        requireEntries(request, entries == null ? List.of() : entries, List.of());
        Instant now = clock.instant();
        String decision = exemption.exempt() ? Decision.EXEMPT : Decision.NOT_EXEMPT;
        if (entries == null) {
            Decision.keep(id, null, decision, exemption.counted(), exemption.reason(), actor, now);
        } else {
            entries.forEach(
                    entry -> Decision.keep(id, entry, decision, exemption.counted(), exemption.reason(), actor, now));
        }
        return decided(request, now, "child.exempt-copy", exemption.reason());
    }

    private SubjectAccessDecisions decided(SubjectAccess request, Instant now, String action, String reason) {
        request.decided(now);
        seen(request, action, reason);
        return Decisions.of(request.id).toView();
    }

    /** One that names nothing would leave in what somebody believes to be out. */
    private void requireEntries(SubjectAccess request, List<String> some, List<String> others) {
        var all = new ArrayList<>(some);
        all.addAll(others);
        var distinct = new HashSet<>(all);
        if (distinct.size() < all.size()
                || !packages.unknown(request.childId, distinct).isEmpty()) {
            throw ProblemType.WRONG_ENTRIES.exception();
        }
    }

    private SubjectAccess changed(UUID id, String ifMatch) {
        var request = visible(SubjectAccess.lock(id));
        preconditions.require(ifMatch, request.version);
        return request;
    }

    private SubjectAccess visible(SubjectAccess request) {
        access.requireChild(request.childId);
        return request;
    }

    private SubjectAccessView seen(SubjectAccess request, String action, String reason) {
        SubjectAccess.flush();
        audit.done(action, SUBJECT, List.of(request.childId), LosslessText.storable(reason));
        preconditions.etag(request.version);
        return request.toView();
    }
}
