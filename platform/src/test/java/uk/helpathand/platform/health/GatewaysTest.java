package uk.helpathand.platform.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class GatewaysTest {

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private Instant now = Instant.parse("2026-11-20T10:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final Gateways gateways = new Gateways(metrics, clock);

    @Test
    void it_fails_since_the_first_failure_and_until_the_next_answer() {
        gateways.answered("mail");
        gateways.failed("mail");
        now = now.plusSeconds(60);
        gateways.failed("mail");
        now = now.plusSeconds(60);

        assertThat(failing()).isEqualTo(120);
        gateways.answered("mail");
        assertThat(failing()).isZero();
    }

    @Test
    void a_failure_that_nobody_has_seen_again_is_no_news_any_more() {
        gateways.failed("mail");
        now = now.plus(Duration.ofMinutes(6));

        assertThat(failing()).isZero();
    }

    @Test
    void answers_and_failures_are_counted() {
        gateways.failed("mail");
        gateways.answered("mail");
        gateways.answered("mail");

        assertThat(counted("failed")).isEqualTo(1);
        assertThat(counted("answered")).isEqualTo(2);
    }

    private double failing() {
        return metrics.get("helpathand.gateway.failing")
                .tag("gateway", "mail")
                .gauge()
                .value();
    }

    private double counted(String outcome) {
        return metrics.get("helpathand.gateway.calls")
                .tag("outcome", outcome)
                .counter()
                .count();
    }
}
