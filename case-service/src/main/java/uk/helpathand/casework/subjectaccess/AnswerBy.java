package uk.helpathand.casework.subjectaccess;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * By when a request has to be answered: within one month of the day it reached us, two months more where it was extended (UK GDPR
 * article 12(3)). As the Information Commissioner counts: the same date of that month, its last day where it has no such
 * date, and the next working day where that one is none. Working days are those of England.
 */
@ApplicationScoped
class AnswerBy {

    private static final int MONTHS = 1;
    private static final int MONTHS_EXTENDED = 3;

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

    LocalDate first(LocalDate receivedOn) {
        return workingDay(receivedOn.plusMonths(MONTHS));
    }

    /** Counted from the day it reached us, so that a weekend at the end of the first month does not count twice. */
    LocalDate extended(LocalDate receivedOn) {
        return workingDay(receivedOn.plusMonths(MONTHS_EXTENDED));
    }

    private LocalDate workingDay(LocalDate from) {
        LocalDate day = from;
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.isHoliday(day, "eng")) {
            day = day.plusDays(1);
        }
        return day;
    }
}
