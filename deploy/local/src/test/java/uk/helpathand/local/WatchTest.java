package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class WatchTest {

    private Instant now = Instant.parse("2026-11-02T09:00:00Z");

    @Test
    void a_part_that_keeps_dying_is_given_up() {
        var watch = watch();

        for (var i = 1; i < Watch.MOST_DEATHS; i++) {
            assertThat(watch.worthAnotherTry()).isTrue();
            now = now.plusSeconds(10);
        }
        assertThat(watch.worthAnotherTry()).isFalse();
    }

    @Test
    void a_death_now_and_then_is_always_healed() {
        var watch = watch();

        for (var i = 0; i < 10 * Watch.MOST_DEATHS; i++) {
            assertThat(watch.worthAnotherTry()).isTrue();
            now = now.plus(Watch.WITHIN.dividedBy(Watch.MOST_DEATHS - 2));
        }
    }

    private Watch watch() {
        return new Watch("part", () -> false, () -> {}, line -> {}, new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        });
    }
}
