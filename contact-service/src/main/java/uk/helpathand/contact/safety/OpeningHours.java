package uk.helpathand.contact.safety;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import uk.helpathand.api.Urgency;
import uk.helpathand.platform.time.Clocks;

/** When somebody reads: Monday to Friday 9 to 17 in England, but for its bank holidays. */
@ApplicationScoped
public class OpeningHours {

    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final HolidayManager holidays =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.UNITED_KINGDOM));

    public boolean openAt(Instant instant) {
        ZonedDateTime local = instant.atZone(Clocks.LONDON);
        LocalTime time = local.toLocalTime();
        return isWorkingDay(local.toLocalDate()) && !time.isBefore(OPENS) && time.isBefore(CLOSES);
    }

    /**
     * By when a person has read it, as we can honestly say. Urgent: today while we are open, or else on the next working
     * day. Otherwise by the end of the first whole working day after it came.
     */
    public ZonedDateTime readBy(Instant receivedAt, Urgency urgency) {
        ZonedDateTime local = receivedAt.atZone(Clocks.LONDON);
        LocalDate today = local.toLocalDate();
        boolean today9To17Ahead = isWorkingDay(today) && local.toLocalTime().isBefore(CLOSES);
        boolean beforeOpening = isWorkingDay(today) && local.toLocalTime().isBefore(OPENS);
        boolean today5 = urgency == Urgency.STANDARD ? beforeOpening : today9To17Ahead;
        return (today5 ? today : nextWorkingDay(today)).atTime(CLOSES).atZone(Clocks.LONDON);
    }

    /** When the doors open next; now, if they are open. */
    public ZonedDateTime opensNext(Instant instant) {
        if (openAt(instant)) {
            return instant.atZone(Clocks.LONDON);
        }
        ZonedDateTime local = instant.atZone(Clocks.LONDON);
        boolean laterToday =
                isWorkingDay(local.toLocalDate()) && local.toLocalTime().isBefore(OPENS);
        return (laterToday ? local.toLocalDate() : nextWorkingDay(local.toLocalDate()))
                .atTime(OPENS)
                .atZone(Clocks.LONDON);
    }

    private LocalDate nextWorkingDay(LocalDate after) {
        LocalDate day = after.plusDays(1);
        while (!isWorkingDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    boolean isWorkingDay(LocalDate day) {
        DayOfWeek weekday = day.getDayOfWeek();
        return weekday != DayOfWeek.SATURDAY && weekday != DayOfWeek.SUNDAY && !holidays.isHoliday(day, "eng");
    }
}
