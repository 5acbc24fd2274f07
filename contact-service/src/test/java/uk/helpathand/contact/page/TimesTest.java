package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.safety.OpeningHours;

@QuarkusTest
class TimesTest {

    @Inject
    Words words;

    @Inject
    Languages languages;

    @Inject
    OpeningHours openingHours;

    @Test
    void times_are_englands_and_said_as_people_say_them() {
        Times times = at("2026-07-01T08:00:00Z");
        assertThat(times.moment(Instant.parse("2026-06-30T23:30:00Z"))).isEqualTo("today at 12:30am");
        assertThat(times.moment(Instant.parse("2026-06-30T16:00:00Z"))).isEqualTo("yesterday at 5pm");
        assertThat(times.moment(Instant.parse("2026-06-01T11:05:00Z"))).isEqualTo("on Monday 1 June at 12:05pm");
        assertThat(times.day(LocalDate.of(2027, 1, 4))).isEqualTo("on Monday 4 January 2027");
    }

    @Test
    void open_and_closed_are_said_honestly() {
        assertThat(at("2026-11-03T10:00:00Z").hours())
                .isEqualTo(new Times.Hours(true, "We are open now.", "A person reads your message by 5pm tomorrow."));
        assertThat(at("2026-11-06T18:00:00Z").hours())
                .isEqualTo(new Times.Hours(
                        false,
                        "We are closed now. You can still send your message. We open on Monday 9 November at 9am.",
                        "A person reads your message by 5pm on Monday 9 November."));
        assertThat(at("2026-12-24T18:00:00Z").hours().now()).contains("We open on Tuesday 29 December at 9am.");
    }

    @Test
    void a_promise_is_over_when_its_time_has_come() {
        Instant friday = Instant.parse("2026-11-06T10:00:00Z");
        assertThat(at("2026-11-09T16:59:00Z").isOver(friday, Urgency.STANDARD)).isFalse();
        assertThat(at("2026-11-09T17:01:00Z").isOver(friday, Urgency.STANDARD)).isTrue();
    }

    @Test
    void arabic_has_its_own_days_and_hours_and_the_digits_of_every_phone() {
        words = languages.words("ar");
        assertThat(at("2026-11-03T10:00:00Z").hours())
                .isEqualTo(new Times.Hours(
                        true, "نحن نعمل الآن.", "يقرأ شخص من فريقنا رسالتك قبل الساعة 5 بعد الظهر غدًا."));
        assertThat(at("2026-11-06T18:00:00Z").hours().now())
                .endsWith("نعود إلى العمل يوم الاثنين 9 نوفمبر الساعة 9 صباحًا.");
        assertThat(at("2026-07-01T08:00:00Z").moment(Instant.parse("2026-06-30T23:30:00Z")))
                .isEqualTo("اليوم الساعة 12:30 ص");
        assertThat(AskForm.tooLong("x".repeat(20_001), words)).contains("20,001", "20,000");
    }

    private Times at(String now) {
        var times = new Times();
        times.words = words;
        times.openingHours = openingHours;
        times.clock = Clock.fixed(Instant.parse(now), ZoneOffset.UTC);
        return times;
    }
}
