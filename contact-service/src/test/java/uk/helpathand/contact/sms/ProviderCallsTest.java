package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderCallsTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void a_wait_is_told_in_seconds_or_as_a_date_and_is_never_longer_than_a_day() {
        assertThat(ProviderCalls.retryAfter("7", CLOCK)).isEqualTo(Duration.ofSeconds(7));
        assertThat(ProviderCalls.retryAfter("Sat, 28 Nov 2026 12:01:00 GMT", CLOCK))
                .isEqualTo(Duration.ofMinutes(1));
        assertThat(ProviderCalls.retryAfter("Sat, 28 Nov 2026 11:00:00 GMT", CLOCK))
                .isEqualTo(Duration.ZERO);
        assertThat(ProviderCalls.retryAfter("999999999", CLOCK)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void what_is_no_wait_is_none() {
        assertThat(ProviderCalls.retryAfter(null, CLOCK)).isNull();
        for (String wrong : List.of("", "soon", "-1", "1.5", "9999999999999999999")) {
            assertThat(ProviderCalls.retryAfter(wrong, CLOCK)).as(wrong).isNull();
        }
    }

    @Test
    void a_providers_code_is_kept_and_anything_longer_is_not() {
        assertThat(ProviderWords.code("21610")).isEqualTo("21610");
        assertThat(ProviderWords.code("BadRequestError")).isEqualTo("BadRequestError");
        for (String other : List.of("", "447700900123", "07700 900123", "no such Kim", "a\nb")) {
            assertThat(ProviderWords.code(other)).isEqualTo("unknown");
        }
        assertThat(ProviderWords.code(null)).isEqualTo("unknown");
    }
}
