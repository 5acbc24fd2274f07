package uk.helpathand.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class AnchorWellnessTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final HealthConfig config = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(HealthConfig.class)
            .build()
            .getConfigMapping(HealthConfig.class);
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private AnchorWellness.Newest newest = Optional::empty;
    private final AnchorWellness wellness = of(true);

    @Test
    void an_anchor_older_than_a_minute_is_not_well_and_in_the_metrics() {
        Instant made = now;
        newest = () -> Optional.of(made);
        pass(60);
        assertThat(status()).isEqualTo(Status.UP);

        pass(1);

        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(age()).isEqualTo(61);
    }

    @Test
    void before_the_first_anchor_it_is_counted_from_the_start() {
        pass(59);
        assertThat(status()).isEqualTo(Status.UP);

        pass(2);

        assertThat(status()).isEqualTo(Status.DOWN);
    }

    @Test
    void what_cannot_be_read_grows_old() {
        Instant made = now;
        newest = () -> Optional.of(made);
        assertThat(status()).isEqualTo(Status.UP);
        newest = () -> {
            throw new IOException("away");
        };
        pass(61);

        assertThat(status()).isEqualTo(Status.DOWN);
        assertThat(wellness.call().getData().orElseThrow()).containsEntry("why", "IOException");
        assertThat(age()).isEqualTo(61);
    }

    @Test
    void where_nothing_is_sealed_nothing_is_missed() {
        var off = of(false);
        pass(1_000);

        assertThat(off.call().getStatus()).isEqualTo(Status.UP);
    }

    private AnchorWellness of(boolean sealing) {
        return new AnchorWellness(() -> newest.at(), sealing, config, clock, metrics);
    }

    private Status status() {
        return wellness.call().getStatus();
    }

    private double age() {
        return metrics.get("helpathand.audit.anchor.age").gauge().value();
    }

    private void pass(int seconds) {
        now = now.plusSeconds(seconds);
    }
}
