package uk.helpathand.platform.safecontact;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import uk.helpathand.api.SafeTime;
import uk.helpathand.platform.time.Clocks;

/**
 * When a phone may light up: the times a child called safe, as the clock on their wall shows them (Europe/London). A bank
 * holiday is a weekday: the child was asked about the days they live, not about our desk.
 *
 * @param unsaid every day, for a child who named no safe time
 */
public record ContactHours(
        Hours weekdayDay, Hours weekdayEvening, Hours weekendDay, Hours weekendEvening, Hours unsaid) {

    /**
     * A window of a day.
     *
     * @param from the first moment inside
     * @param to the first moment after; midnight is the end of the day, so midnight to midnight is all of it
     */
    public record Hours(LocalTime from, LocalTime to) {
        public Hours {
            if (!to.equals(LocalTime.MIDNIGHT) && !from.isBefore(to)) {
                throw new IllegalArgumentException("hours end before they begin: " + from + " to " + to);
            }
        }

        boolean contain(LocalTime time) {
            return !time.isBefore(from) && (to.equals(LocalTime.MIDNIGHT) || time.isBefore(to));
        }
    }

    /** Every window is a part of one day and comes back within a week; one more day for the clock change. */
    private static final int DAYS_AHEAD = 8;

    /** Where nothing else is configured. */
    public static ContactHours usual() {
        var day = new Hours(LocalTime.of(8, 0), LocalTime.of(18, 0));
        var evening = new Hours(LocalTime.of(18, 0), LocalTime.of(21, 0));
        return new ContactHours(day, evening, day, evening, new Hours(day.from(), evening.to()));
    }

    /** @param safeTimes empty means that the child did not say */
    public boolean isOpen(Instant at, List<SafeTime> safeTimes) {
        ZonedDateTime local = at.atZone(Clocks.LONDON);
        return windowsOf(local.toLocalDate(), safeTimes).anyMatch(hours -> hours.contain(local.toLocalTime()));
    }

    /** The first instant, from {@code now} on, that is inside a window. */
    public Instant opensAt(Instant now, List<SafeTime> safeTimes) {
        return first(now, safeTimes, at -> isOpen(at, safeTimes))
                .orElseThrow(() -> new IllegalStateException("no window opens within a week"));
    }

    /** The first instant after {@link #opensAt} that is outside every window; empty if they follow each other for ever. */
    public Optional<Instant> closesAt(Instant now, List<SafeTime> safeTimes) {
        return first(opensAt(now, safeTimes), safeTimes, at -> !isOpen(at, safeTimes));
    }

    /** Nothing changes but at these: the edges of the windows and the change of the clock. */
    private Optional<Instant> first(Instant now, List<SafeTime> safeTimes, Predicate<Instant> wanted) {
        ZoneRules rules = Clocks.LONDON.getRules();
        LocalDate today = now.atZone(Clocks.LONDON).toLocalDate();
        var changes = new TreeSet<Instant>();
        changes.add(now);
        Stream.iterate(today, day -> day.plusDays(1)).limit(DAYS_AHEAD + 1).forEach(day -> windowsOf(day, safeTimes)
                .flatMap(hours -> Stream.of(day.atTime(hours.from()), end(day, hours)))
                // None in the hour that is skipped, two in the hour that comes twice
                .forEach(edge -> rules.getValidOffsets(edge).stream()
                        .map(edge::toInstant)
                        .forEach(changes::add)));
        ZoneOffsetTransition clockChange = rules.nextTransition(now);
        if (clockChange != null) {
            changes.add(clockChange.getInstant());
        }
        return changes.tailSet(now).stream().filter(wanted).findFirst();
    }

    private static LocalDateTime end(LocalDate day, Hours hours) {
        return hours.to().equals(LocalTime.MIDNIGHT) ? day.plusDays(1).atStartOfDay() : day.atTime(hours.to());
    }

    private Stream<Hours> windowsOf(LocalDate day, List<SafeTime> safeTimes) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return safeTimes.isEmpty()
                ? Stream.of(unsaid)
                : safeTimes.stream()
                        .filter(time -> isOfWeekend(time) == weekend)
                        .map(this::hoursOf);
    }

    private static boolean isOfWeekend(SafeTime time) {
        return time == SafeTime.WEEKEND_DAY || time == SafeTime.WEEKEND_EVENING;
    }

    private Hours hoursOf(SafeTime time) {
        return switch (time) {
            case WEEKDAY_DAY -> weekdayDay;
            case WEEKDAY_EVENING -> weekdayEvening;
            case WEEKEND_DAY -> weekendDay;
            case WEEKEND_EVENING -> weekendEvening;
        };
    }
}
