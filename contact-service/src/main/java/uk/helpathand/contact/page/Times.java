package uk.helpathand.contact.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.safety.OpeningHours;
import uk.helpathand.platform.time.Clocks;

/** Times as people say them, in England's time, and what we can honestly say about when somebody reads. */
@ApplicationScoped
class Times {

    @Inject
    @OfCall
    Words words;

    @Inject
    OpeningHours openingHours;

    @Inject
    Clock clock;

    /** Whether somebody is there now, and by when they read what is sent now. */
    public record Hours(boolean open, String now, String read) {}

    Hours hours() {
        Instant now = clock.instant();
        boolean open = openingHours.openAt(now);
        String state = open
                ? words.hoursOpen()
                : words.hoursClosed(moment(openingHours.opensNext(now).toInstant()));
        return new Hours(open, state, words.hoursRead(readBy(now, Urgency.STANDARD)));
    }

    /** "by 5pm tomorrow". */
    String readBy(Instant receivedAt, Urgency urgency) {
        ZonedDateTime by = openingHours.readBy(receivedAt, urgency);
        return words.byTime(timeOfDay(by), day(by.toLocalDate()));
    }

    boolean isOver(Instant receivedAt, Urgency urgency) {
        return openingHours.readBy(receivedAt, urgency).toInstant().isBefore(clock.instant());
    }

    /** "today at 4:15pm". */
    String moment(Instant instant) {
        ZonedDateTime local = instant.atZone(Clocks.LONDON);
        return words.atTime(day(local.toLocalDate()), timeOfDay(local));
    }

    /** "today", "tomorrow", "on Monday 9 November". */
    String day(LocalDate day) {
        LocalDate today = today();
        if (day.equals(today)) {
            return words.today();
        }
        if (day.equals(today.plusDays(1))) {
            return words.tomorrow();
        }
        if (day.equals(today.minusDays(1))) {
            return words.yesterday();
        }
        return words.onDay(named(day));
    }

    private String named(LocalDate day) {
        String pattern = day.getYear() == today().getYear() ? words.dayPattern() : words.dayYearPattern();
        return DateTimeFormatter.ofPattern(pattern, locale()).format(day);
    }

    /** "Today", "Monday 9 November", where it stands by itself. */
    String heading(LocalDate day) {
        LocalDate today = today();
        if (day.equals(today)) {
            return words.lookedToday();
        }
        return day.equals(today.minusDays(1)) ? words.lookedYesterday() : named(day);
    }

    /** "25 November 2026". */
    String date(LocalDate day) {
        return DateTimeFormatter.ofPattern(words.datePattern(), locale()).format(day);
    }

    boolean isPast(LocalDate day) {
        return day.isBefore(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Clocks.LONDON);
    }

    private String timeOfDay(ZonedDateTime time) {
        String pattern = time.getMinute() == 0 ? words.hourPattern() : words.timePattern();
        return DateTimeFormatter.ofPattern(pattern, locale()).format(time).toLowerCase(locale());
    }

    private Locale locale() {
        return Languages.locale(words);
    }
}
