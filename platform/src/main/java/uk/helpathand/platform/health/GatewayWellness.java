package uk.helpathand.platform.health;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Not well while another program has not answered for too long. */
@Wellness
@ApplicationScoped
class GatewayWellness implements HealthCheck {

    /** Longer than the longest pause of the outbox, so that whoever still tries has fresh news. */
    static final Duration NEWS = Duration.ofMinutes(5);

    @Inject
    Gateways gateways;

    @Inject
    HealthConfig config;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        Instant now = clock.instant();
        var answer = HealthCheckResponse.named("gateways").up();
        gateways.states().forEach((name, state) -> {
            Duration failing = state.failing(now, NEWS);
            answer.withData(name, words(state, failing));
            if (failing.compareTo(config.gatewayFailing()) > 0) {
                answer.down();
            }
        });
        return answer.build();
    }

    private static String words(Gateways.State state, Duration failing) {
        if (!failing.isZero()) {
            return "no answer since " + state.failingSince();
        }
        return state.lastAnswer() == null ? "no news" : "answered at " + state.lastAnswer();
    }
}
