package uk.helpathand.platform.safecontact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.helpathand.api.SafeTime.WEEKDAY_DAY;
import static uk.helpathand.api.SafeTime.WEEKDAY_EVENING;
import static uk.helpathand.api.SafeTime.WEEKEND_DAY;
import static uk.helpathand.api.SafeTime.WEEKEND_EVENING;

import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.helpathand.api.SafeTime;
import uk.helpathand.platform.safecontact.ContactHours.Hours;

/** 20 November 2026 is a Friday; the clocks go back on 25 October 2026 and forward on 29 March 2026. */
class ContactHoursTest {

    private static final ContactHours USUAL = ContactHours.usual();
    private static final Hours ALL_DAY = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T07:59:59.999999Z, none",
        "2026-11-20T08:00:00Z,        WEEKDAY_DAY",
        "2026-11-20T17:59:59.999999Z, WEEKDAY_DAY",
        "2026-11-20T18:00:00Z,        WEEKDAY_EVENING",
        "2026-11-20T20:59:59.999999Z, WEEKDAY_EVENING",
        "2026-11-20T21:00:00Z,        none",
        "2026-11-21T07:59:59Z,        none",
        "2026-11-21T08:00:00Z,        WEEKEND_DAY",
        "2026-11-22T17:59:59Z,        WEEKEND_DAY",
        "2026-11-22T18:00:00Z,        WEEKEND_EVENING",
        "2026-11-22T21:00:00Z,        none",
        // Summer: the wall is an hour ahead
        "2026-06-30T06:59:59Z,        none",
        "2026-06-30T07:00:00Z,        WEEKDAY_DAY",
        "2026-06-30T20:00:00Z,        none",
        // Christmas Day is a Friday like another
        "2026-12-25T12:00:00Z,        WEEKDAY_DAY"
    })
    void an_instant_is_of_one_safe_time_or_of_none(Instant at, String of) {
        for (SafeTime time : SafeTime.values()) {
            assertThat(USUAL.isOpen(at, List.of(time)))
                    .as(time.wire())
                    .isEqualTo(time.name().equals(of));
        }
        assertThat(USUAL.isOpen(at, List.of())).isEqualTo(!of.equals("none"));
    }

    @ParameterizedTest
    @CsvSource({
        // now, safe times (none: not said), opens, closes
        "2026-11-20T12:00:00Z,          ,                 2026-11-20T12:00:00Z, 2026-11-20T21:00:00Z",
        "2026-11-20T21:00:00Z,          ,                 2026-11-21T08:00:00Z, 2026-11-21T21:00:00Z",
        "2026-11-20T03:00:00Z,          ,                 2026-11-20T08:00:00Z, 2026-11-20T21:00:00Z",
        "2026-11-20T12:00:00Z, WEEKDAY_EVENING,             2026-11-20T18:00:00Z, 2026-11-20T21:00:00Z",
        "2026-11-20T18:00:00Z, WEEKDAY_DAY,                 2026-11-23T08:00:00Z, 2026-11-23T18:00:00Z",
        "2026-11-20T09:00:00Z, WEEKDAY_EVENING WEEKDAY_DAY, 2026-11-20T09:00:00Z, 2026-11-20T21:00:00Z",
        "2026-11-22T21:00:00Z, WEEKEND_DAY,                 2026-11-28T08:00:00Z, 2026-11-28T18:00:00Z",
        "2026-11-20T22:00:00Z, WEEKDAY_DAY WEEKEND_EVENING, 2026-11-21T18:00:00Z, 2026-11-21T21:00:00Z",
        // The night the clocks go forward, and the one they go back
        "2026-03-28T21:30:00Z,          ,                 2026-03-29T07:00:00Z, 2026-03-29T20:00:00Z",
        "2026-03-28T22:00:00Z, WEEKDAY_DAY,                 2026-03-30T07:00:00Z, 2026-03-30T17:00:00Z",
        "2026-10-24T20:30:00Z,          ,                 2026-10-25T08:00:00Z, 2026-10-25T21:00:00Z",
        "2026-10-25T00:30:00Z,          ,                 2026-10-25T08:00:00Z, 2026-10-25T21:00:00Z",
        "2026-10-25T01:30:00Z, WEEKEND_DAY,                 2026-10-25T08:00:00Z, 2026-10-25T18:00:00Z"
    })
    void a_window_opens_and_closes(Instant now, String safeTimes, Instant opens, Instant closes) {
        List<SafeTime> times = safeTimes == null
                ? List.of()
                : List.of(safeTimes.split(" ")).stream().map(SafeTime::valueOf).toList();

        assertThat(USUAL.opensAt(now, times)).isEqualTo(opens);
        assertThat(USUAL.closesAt(now, times)).contains(closes);
    }

    @Test
    void hours_in_the_hour_that_is_skipped_do_not_come_that_day() {
        ContactHours hours = atNight("01:15", "01:45");

        assertThat(hours.opensAt(Instant.parse("2026-03-28T01:15:00Z"), List.of()))
                .isEqualTo("2026-03-28T01:15:00Z");
        assertThat(hours.opensAt(Instant.parse("2026-03-28T01:45:00Z"), List.of()))
                .isEqualTo("2026-03-30T00:15:00Z");
    }

    @Test
    void hours_that_the_skipped_hour_cuts_close_and_open_with_the_clock() {
        assertThat(atNight("00:30", "01:30").closesAt(Instant.parse("2026-03-29T00:30:00Z"), List.of()))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
        assertThat(atNight("01:30", "02:30").opensAt(Instant.parse("2026-03-29T00:00:00Z"), List.of()))
                .isEqualTo("2026-03-29T01:00:00Z");
    }

    @Test
    void hours_in_the_hour_that_comes_twice_come_twice() {
        ContactHours hours = atNight("01:15", "01:45");

        assertThat(hours.opensAt(Instant.parse("2026-10-25T00:00:00Z"), List.of()))
                .isEqualTo("2026-10-25T00:15:00Z");
        assertThat(hours.closesAt(Instant.parse("2026-10-25T00:15:00Z"), List.of()))
                .contains(Instant.parse("2026-10-25T00:45:00Z"));
        assertThat(hours.opensAt(Instant.parse("2026-10-25T00:45:00Z"), List.of()))
                .isEqualTo("2026-10-25T01:15:00Z");
    }

    @Test
    void all_day_every_day_never_closes() {
        ContactHours always = new ContactHours(ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY);
        Instant night = Instant.parse("2026-10-25T00:30:00Z");

        assertThat(always.isOpen(night, List.of())).isTrue();
        assertThat(always.closesAt(night, List.of())).isEmpty();
        assertThat(always.closesAt(night, List.of(WEEKDAY_DAY, WEEKEND_DAY))).isEmpty();
        assertThat(always.closesAt(night, List.of(WEEKEND_EVENING))).contains(Instant.parse("2026-10-26T00:00:00Z"));
        assertThat(always.opensAt(night, List.of(WEEKDAY_EVENING))).isEqualTo("2026-10-26T00:00:00Z");
    }

    @ParameterizedTest
    @CsvSource({"08:00, 08:00", "21:00, 08:00", "00:01, 00:00:30"})
    void hours_end_after_they_begin(LocalTime from, LocalTime to) {
        assertThatThrownBy(() -> new Hours(from, to)).isInstanceOf(IllegalArgumentException.class);
    }

    private static ContactHours atNight(String from, String to) {
        var hours = new Hours(LocalTime.parse(from), LocalTime.parse(to));
        return new ContactHours(hours, hours, hours, hours, hours);
    }
}
