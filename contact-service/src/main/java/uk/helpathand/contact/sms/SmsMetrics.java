package uk.helpathand.contact.sms;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is counted and measured of every provider, from the start on. */
@Startup
@ApplicationScoped
public class SmsMetrics {

    private final Map<String, Counter> refused = new HashMap<>();
    private final Map<String, Counter> swept = new HashMap<>();
    private final Map<String, Duration> drifts = new ConcurrentHashMap<>();
    private final Clock clock;

    @Inject
    SmsMetrics(Instance<SmsGateway> gateways, MeterRegistry registry, Clock clock) {
        this.clock = clock;
        for (SmsGateway gateway : gateways) {
            String provider = gateway.provider();
            refused.put(
                    provider,
                    Counter.builder("helpathand.sms.refused")
                            .description("Calls of a provider's webhook whose sender was not proved; nothing was kept")
                            .tag("provider", provider)
                            .register(registry));
            swept.put(
                    provider,
                    Counter.builder("helpathand.sms.swept")
                            .description("Texts that never reached our webhook and were found in the provider's list")
                            .tag("provider", provider)
                            .register(registry));
            Gauge.builder("helpathand.sms.clock.drift", () -> seconds(provider))
                    .description("Our clock less the provider's, by its last answer")
                    .baseUnit("seconds")
                    .tag("provider", provider)
                    .register(registry);
        }
    }

    /** A call of the provider's webhook that did not prove its sender. */
    void refused(String provider) {
        refused.get(provider).increment();
    }

    /** A provider's list was read to its end. */
    void swept(String provider, int taken) {
        swept.get(provider).increment(taken);
    }

    /** The provider has answered, and said what time it is there. To the second. */
    void heard(String provider, Instant theirTime) {
        drifts.put(provider, Duration.between(theirTime, clock.instant()));
    }

    /** By how much our clock is ahead of the provider's; nought before its first answer. */
    public Duration drift(String provider) {
        return drifts.getOrDefault(provider, Duration.ZERO);
    }

    private double seconds(String provider) {
        Duration drift = drifts.get(provider);
        return drift == null ? Double.NaN : drift.toMillis() / 1000.0;
    }
}
