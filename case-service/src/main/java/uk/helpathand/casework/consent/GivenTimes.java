package uk.helpathand.casework.consent;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.platform.time.Clocks;

/** Times and days as a colleague gives them, refused where they cannot be true. */
final class GivenTimes {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /** Of a front end's clock. */
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final int YEARS_AT_MOST = 30;

    private GivenTimes() {}

    /** @param given null is now */
    static Instant past(Instant given, String field, Instant now) {
        if (given == null) {
            return now;
        }
        if (given.isBefore(EARLIEST) || given.isAfter(now.plus(AHEAD))) {
            throw ProblemType.VALIDATION_FAILED.exception("'" + field + "' is not between 2000 and now");
        }
        return given.isAfter(now) ? now : given.truncatedTo(ChronoUnit.MICROS);
    }

    /** @param day null is without end */
    static LocalDate until(LocalDate day, Instant from) {
        LocalDate first = day(from);
        if (day != null && (day.isBefore(first) || day.isAfter(first.plusYears(YEARS_AT_MOST)))) {
            throw ProblemType.VALIDATION_FAILED.exception(
                    "'validUntil' is not between the day on which it was given and 30 years later");
        }
        return day;
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, Clocks.LONDON);
    }
}
