package uk.helpathand.casework.insight;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.helpathand.api.Role;
import uk.helpathand.api.casework.InsightApi;
import uk.helpathand.api.casework.ReturnsView;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.time.Clocks;

/** See {@link InsightApi}. */
@RolesAllowed({Role.ANALYST, Role.LEAD})
@Transactional
public class InsightResource implements InsightApi {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 400;

    /** Far from what a timestamp cannot hold. */
    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LAST = LocalDate.of(2999, 12, 31);

    @Inject
    EntityManager entityManager;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    @Override
    public ReturnsView returns(LocalDate from, LocalDate to) {
        LocalDate last =
                to == null ? LocalDate.ofInstant(clock.instant(), Clocks.LONDON).minusDays(1) : to;
        require(!last.isBefore(FIRST) && !last.isAfter(LAST));
        LocalDate first = from == null ? last.minusDays(USUAL_DAYS) : from;
        require(!first.isAfter(last) && !first.plusDays(MOST_DAYS).isBefore(last.plusDays(1)));
        ReturnsView view = Returns.of(entityManager, startOf(first), startOf(last.plusDays(1)))
                .toView(first, last);
        audit.done("insight.read-returns", "insight", List.of());
        return view;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(Clocks.LONDON).toInstant();
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw ProblemType.VALIDATION_FAILED.exception("'from' to 'to' must be 1 to 400 days of this age");
        }
    }
}
