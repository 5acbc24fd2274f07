package uk.helpathand.contact.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Referral.ChildWish;
import uk.helpathand.api.Referral.DatedEvent;
import uk.helpathand.api.Referral.Liberty;
import uk.helpathand.api.Referral.ReferredChild;
import uk.helpathand.api.Referral.Referrer;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;

class ReferralUrgencyTest {

    /** A day and an hour of England, and what a referral that comes at that moment is. */
    @ParameterizedTest
    @CsvSource({
        // An hour that is 24 hours away, one minute less, one minute more.
        "2026-11-25T12:00:00Z, 2026-11-26, 12:00, IMMEDIATE",
        "2026-11-25T12:00:00Z, 2026-11-26, 11:59, IMMEDIATE",
        "2026-11-25T12:00:00Z, 2026-11-26, 12:01, HIGH",
        // No hour said: it may be the first of the day.
        "2026-11-25T12:00:00Z, 2026-11-26, , IMMEDIATE",
        "2026-11-25T12:00:00Z, 2026-11-27, , HIGH",
        "2026-11-25T12:00:00Z, 2026-11-25, , IMMEDIATE",
        "2026-11-25T12:00:00Z, 2026-11-25, 09:00, IMMEDIATE",
        // A week.
        "2026-11-25T12:00:00Z, 2026-12-02, , HIGH",
        "2026-11-25T12:00:00Z, 2026-12-03, , STANDARD",
        "2026-11-25T12:00:00Z, 2026-11-24, , STANDARD",
        // The clock goes back on 25 October: the same hour of the next day is 25 hours away.
        "2026-10-24T11:00:00Z, 2026-10-25, 11:00, IMMEDIATE",
        "2026-10-24T11:00:00Z, 2026-10-25, 12:00, HIGH",
        // Late in the evening of summer time it is already tomorrow in England.
        "2026-06-30T23:30:00Z, 2026-07-01, , IMMEDIATE",
        "2026-06-30T23:30:00Z, 2026-07-02, , IMMEDIATE",
        "2026-06-30T22:30:00Z, 2026-07-02, , HIGH",
        "2026-06-30T23:30:00Z, 2026-06-30, , STANDARD"
    })
    void a_dated_event_counts_by_the_hours_left(Instant now, LocalDate on, LocalTime at, Urgency urgency) {
        Assessment found = assess(now, List.of(new DatedEvent("a move", on, at)), null);
        assertThat(found.urgency()).isEqualTo(urgency);
        assertThat(found.reasons())
                .isEqualTo(
                        switch (urgency) {
                            case IMMEDIATE -> List.of("event-within-24-hours");
                            case HIGH -> List.of("dated-event");
                            case STANDARD -> List.of();
                        });
    }

    @Test
    void an_event_without_a_day_raises_nothing() {
        assertThat(assess(Instant.EPOCH, List.of(new DatedEvent("soon", null, null)), null)
                        .urgency())
                .isEqualTo(Urgency.STANDARD);
    }

    @Test
    void every_reason_is_kept_and_the_highest_counts() {
        Instant now = Instant.parse("2026-11-25T12:00:00Z");
        var events = List.of(
                new DatedEvent("court", LocalDate.of(2026, 11, 30), null),
                new DatedEvent("move", LocalDate.of(2026, 11, 26), LocalTime.of(9, 0)));
        Assessment found = assess(now, events, liberty("NONE", "NO"));
        assertThat(found.urgency()).isEqualTo(Urgency.IMMEDIATE);
        assertThat(found.reasons())
                .containsExactly(
                        "dated-event", "event-within-24-hours", "liberty-no-authority", "unregistered-setting");
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, , HIGH",
        "ENDED, , HIGH",
        "ORDER, NO, HIGH",
        "ORDER, YES, STANDARD",
        "NOT_KNOWN, NOT_KNOWN, STANDARD",
        ", , STANDARD"
    })
    void restrictions_without_an_order_or_in_an_unregistered_place_are_high(
            String authority, String registered, Urgency urgency) {
        assertThat(assess(Instant.EPOCH, List.of(), liberty(authority, registered))
                        .urgency())
                .isEqualTo(urgency);
    }

    private static Liberty liberty(String authority, String registered) {
        return new Liberty(authority, null, null, null, List.of(), registered, null, null);
    }

    private static Assessment assess(Instant now, List<DatedEvent> events, Liberty liberty) {
        var child = new ReferredChild(
                UUID.randomUUID(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                liberty,
                null,
                null,
                null,
                new ChildWish("to stay", null, null, null, null));
        var referral = new Referral(new Referrer("PARENT", null, null), List.of(child), List.of(), events, null);
        return ReferralUrgency.assess(referral, now);
    }
}
