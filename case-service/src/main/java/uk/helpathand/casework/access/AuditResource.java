package uk.helpathand.casework.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.api.AuditVerificationView;
import uk.helpathand.api.Page;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.AuditApi;
import uk.helpathand.api.casework.AuditOutcome;
import uk.helpathand.api.casework.AuditView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.audit.Verifications;
import uk.helpathand.platform.time.Clocks;
import uk.helpathand.platform.web.Cursor;

/** See {@link AuditApi}. */
@RolesAllowed(Role.AUDITOR)
public class AuditResource implements AuditApi {

    private static final String SUBJECT = "audit";

    /** Far from what a timestamp cannot hold. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    @Inject
    Verifications verifications;

    @Inject
    AboutChild aboutChild;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    @Transactional
    public Page<AuditView> list(
            String actor,
            String action,
            UUID subjectId,
            AuditOutcome outcome,
            LocalDate from,
            LocalDate to,
            String after,
            int limit) {
        Set<UUID> hidden = aboutChild.idsKeptFromCaller();
        var query = new AuditQuery(
                subjects(subjectId, hidden),
                actor,
                action,
                outcome,
                startOf(from == null ? FIRST : ofThisAge(from)),
                to == null ? null : startOf(ofThisAge(to).plusDays(1)),
                hidden);
        AuditQuery.Found found = query.newest(after == null ? null : Cursor.parseAt(after), limit, clock.instant());
        audit.done(
                "audit.list", SUBJECT, found.rows().stream().map(row -> row.id).toList());
        return found.toPage(row -> row.toView(hidden));
    }

    /** Not in a transaction: it reads the whole audit, in many short ones of its own. */
    @Override
    public AuditVerificationView verify() {
        QuarkusTransaction.requiringNew().run(() -> audit.done("audit.verify", SUBJECT, List.of()));
        return verifications.run();
    }

    /** Null for all; none where they must not hear of it, also by what stands beside it in a row. */
    private static List<UUID> subjects(UUID asked, Set<UUID> hidden) {
        if (asked == null) {
            return null;
        }
        return hidden.contains(asked) ? List.of() : List.of(asked);
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Clocks.LONDON).toInstant();
    }

    private static LocalDate ofThisAge(LocalDate day) {
        if (day.isBefore(FIRST) || day.isAfter(LAST)) {
            throw ProblemType.VALIDATION_FAILED.exception("'from' and 'to' must be days of this age");
        }
        return day;
    }
}
