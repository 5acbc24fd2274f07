package uk.helpathand.platform.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * How the calls of this replica to other programs ended of late. Nobody is called for the sake of it: without work there is
 * no news, and none is made up.
 */
@ApplicationScoped
public class Gateways {

    private static final Gateways.State UNKNOWN = new State(null, null, null);

    private final Map<String, State> states = new ConcurrentSkipListMap<>();
    private final MeterRegistry metrics;
    private final Clock clock;

    /** @param failingSince the first failure since the last answer; null while it answers */
    record State(Instant lastAnswer, Instant lastFailure, Instant failingSince) {

        /** An old failure is no news: another replica may have done the work since. */
        Duration failing(Instant now, Duration newsFor) {
            return failingSince == null || lastFailure.isBefore(now.minus(newsFor))
                    ? Duration.ZERO
                    : Duration.between(failingSince, now);
        }
    }

    @Inject
    Gateways(MeterRegistry metrics, Clock clock) {
        this.metrics = metrics;
        this.clock = clock;
    }

    /** It has dealt with a call. */
    public void answered(String gateway) {
        count(gateway, "answered");
        Instant now = clock.instant();
        states.compute(gateway, (name, last) -> new State(now, known(name, last).lastFailure, null));
    }

    /** It could not be reached, or could not deal with a call for a reason that will pass. */
    public void failed(String gateway) {
        count(gateway, "failed");
        Instant now = clock.instant();
        states.compute(gateway, (name, last) -> {
            State before = known(name, last);
            return new State(before.lastAnswer, now, before.failingSince == null ? now : before.failingSince);
        });
    }

    Map<String, State> states() {
        return states;
    }

    /** For tests, each of which begins without news. */
    public void forget() {
        states.replaceAll((name, state) -> UNKNOWN);
    }

    private void count(String gateway, String outcome) {
        metrics.counter("helpathand.gateway.calls", "gateway", gateway, "outcome", outcome)
                .increment();
    }

    private State known(String gateway, State last) {
        if (last != null) {
            return last;
        }
        Gauge.builder("helpathand.gateway.failing", () -> failingSeconds(gateway))
                .description("For how long this replica has had no answer from another program, while it tried")
                .baseUnit("seconds")
                .tag("gateway", gateway)
                .register(metrics);
        return UNKNOWN;
    }

    private double failingSeconds(String gateway) {
        return states.get(gateway)
                .failing(clock.instant(), GatewayWellness.NEWS)
                .toSeconds();
    }
}
