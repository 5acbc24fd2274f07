package uk.helpathand.contact.safety;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;

class OpeningHoursTest {

    private final OpeningHours hours = new OpeningHours();

    @Test
    void open_from_nine_to_five_in_london_in_summer_and_winter() {
        assertThat(hours.openAt(Instant.parse("2026-07-01T07:59:59Z"))).isFalse();
        assertThat(hours.openAt(Instant.parse("2026-07-01T08:00:00Z"))).isTrue();
        assertThat(hours.openAt(Instant.parse("2026-07-01T15:59:59Z"))).isTrue();
        assertThat(hours.openAt(Instant.parse("2026-07-01T16:00:00Z"))).isFalse();
        assertThat(hours.openAt(Instant.parse("2026-12-01T08:59:59Z"))).isFalse();
        assertThat(hours.openAt(Instant.parse("2026-12-01T09:00:00Z"))).isTrue();
    }

    @Test
    void closed_on_weekends_and_on_englands_bank_holidays_only() {
        assertThat(hours.isWorkingDay(LocalDate.parse("2026-11-21"))).isFalse();
        assertThat(hours.isWorkingDay(LocalDate.parse("2026-12-25"))).isFalse();
        // Boxing Day 2026 is a Saturday: the Monday after is the holiday.
        assertThat(hours.isWorkingDay(LocalDate.parse("2026-12-28"))).isFalse();
        assertThat(hours.isWorkingDay(LocalDate.parse("2027-03-29"))).isFalse();
        assertThat(hours.isWorkingDay(LocalDate.parse("2027-08-30"))).isFalse();
        // Holidays of Scotland and Northern Ireland.
        assertThat(hours.isWorkingDay(LocalDate.parse("2026-11-30"))).isTrue();
        assertThat(hours.isWorkingDay(LocalDate.parse("2026-03-17"))).isTrue();
        assertThat(hours.isWorkingDay(LocalDate.parse("2029-01-02"))).isTrue();
    }

    @Test
    void a_standard_enquiry_is_read_by_the_end_of_the_next_whole_working_day() {
        assertThat(hours.readBy(Instant.parse("2026-11-18T11:00:00Z"), Urgency.STANDARD))
                .hasToString("2026-11-19T17:00Z[Europe/London]");
        assertThat(hours.readBy(Instant.parse("2026-11-20T11:00:00Z"), Urgency.STANDARD))
                .hasToString("2026-11-23T17:00Z[Europe/London]");
        assertThat(hours.readBy(Instant.parse("2026-11-18T05:00:00Z"), Urgency.STANDARD))
                .hasToString("2026-11-18T17:00Z[Europe/London]");
        assertThat(hours.readBy(Instant.parse("2026-12-24T11:00:00Z"), Urgency.STANDARD))
                .hasToString("2026-12-29T17:00Z[Europe/London]");
    }

    @Test
    void an_urgent_one_today_while_there_is_a_today() {
        assertThat(hours.readBy(Instant.parse("2026-11-18T16:30:00Z"), Urgency.IMMEDIATE))
                .hasToString("2026-11-18T17:00Z[Europe/London]");
        assertThat(hours.readBy(Instant.parse("2026-11-18T17:00:00Z"), Urgency.IMMEDIATE))
                .hasToString("2026-11-19T17:00Z[Europe/London]");
    }

    @Test
    void across_the_clock_change_local_time_counts() {
        assertThat(hours.readBy(Instant.parse("2026-10-25T00:30:00Z"), Urgency.STANDARD)
                        .toInstant())
                .isEqualTo(Instant.parse("2026-10-26T17:00:00Z"));
        assertThat(hours.opensNext(Instant.parse("2026-10-25T00:30:00Z")).toInstant())
                .isEqualTo(Instant.parse("2026-10-26T09:00:00Z"));
    }
}
