package uk.helpathand.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SilenceTest {

    private static final Instant LAST = Instant.parse("2026-11-20T10:00:00Z");
    private static final HealthConfig CONFIG = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(HealthConfig.class)
            .build()
            .getConfigMapping(HealthConfig.class);

    @Test
    void three_times_the_longest_pause_of_late_is_too_long() {
        Silence silence = Silence.after(every(Duration.ofHours(10), 20), CONFIG);

        assertThat(silence.isTooLong(LAST.plus(Duration.ofHours(30)))).isFalse();
        assertThat(silence.isTooLong(LAST.plus(Duration.ofHours(31)))).isTrue();
    }

    @Test
    void one_long_weekend_of_late_makes_the_next_one_usual() {
        Instant beforeWeekend = LAST.minus(Duration.ofHours(60));
        List<Instant> arrivals = Stream.concat(
                        Stream.of(LAST),
                        Stream.iterate(beforeWeekend, at -> at.minusSeconds(3600))
                                .limit(20))
                .toList();

        Silence silence = Silence.after(arrivals, CONFIG);

        assertThat(silence.isTooLong(LAST.plus(Duration.ofHours(179)))).isFalse();
        assertThat(silence.isTooLong(LAST.plus(Duration.ofHours(181)))).isTrue();
    }

    @Test
    void where_many_write_the_floor_holds() {
        Silence silence = Silence.after(every(Duration.ofMinutes(1), 200), CONFIG);

        assertThat(silence.isTooLong(LAST.plus(Duration.ofHours(24)))).isFalse();
        assertThat(silence.isTooLong(LAST.plus(Duration.ofHours(25)))).isTrue();
    }

    @Test
    void where_few_have_written_nothing_is_claimed() {
        Silence silence = Silence.after(every(Duration.ofMinutes(1), 19), CONFIG);

        assertThat(silence.allowed()).isEmpty();
        assertThat(silence.isTooLong(LAST.plus(Duration.ofDays(365)))).isFalse();
        assertThat(Silence.after(List.of(), CONFIG).isTooLong(LAST)).isFalse();
    }

    private static List<Instant> every(Duration pause, int times) {
        return Stream.iterate(LAST, at -> at.minus(pause)).limit(times).toList();
    }
}
