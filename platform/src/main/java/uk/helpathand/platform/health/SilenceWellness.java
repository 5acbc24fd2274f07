package uk.helpathand.platform.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import uk.helpathand.platform.time.Jobs;

/** Not well when nobody has written for far longer than usual: perhaps nobody can. The metrics are read once a minute. */
@Wellness
@Singleton
public class SilenceWellness implements HealthCheck {

    /** Enough to hold some nights and weekends of a small team, and few enough to read at any time. */
    private static final int REMEMBERED = 200;

    private static final Silence UNREAD = new Silence(Optional.empty(), Optional.empty());

    private final List<Arrivals> all;
    private final HealthConfig config;
    private final Clock clock;
    private final Map<String, Silence> lastRead = new ConcurrentHashMap<>();

    @Inject
    SilenceWellness(@All List<Arrivals> all, HealthConfig config, Clock clock, MeterRegistry registry) {
        this.all = all;
        this.config = config;
        this.clock = clock;
        all.forEach(arrivals -> {
            String of = arrivals.of();
            Gauge.builder("helpathand.arrivals.silence", () -> seconds(last(of).length(clock.instant())))
                    .description("Since the last of them was received; NaN before the first")
                    .baseUnit("seconds")
                    .tag("of", of)
                    .register(registry);
            Gauge.builder("helpathand.arrivals.silence.allowed", () -> seconds(last(of).allowed()))
                    .description("How long that may be; NaN where too few have come to say what is usual")
                    .baseUnit("seconds")
                    .tag("of", of)
                    .register(registry);
        });
    }

    private Silence last(String of) {
        return lastRead.getOrDefault(of, UNREAD);
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("60s", this::read);
    }

    void read() {
        all.forEach(arrivals -> lastRead.put(arrivals.of(), now(arrivals)));
    }

    @Override
    public HealthCheckResponse call() {
        Instant now = clock.instant();
        var answer = HealthCheckResponse.named("silence").up();
        for (Arrivals arrivals : all) {
            Silence silence = now(arrivals);
            // The first of them has names of its own from before there were others.
            String of = arrivals.of().equals("enquiries") ? "" : arrivals.of() + "-";
            silence.length(now).ifPresent(length -> answer.withData(of + "seconds", length.toSeconds()));
            if (silence.allowed().isPresent()) {
                answer.withData(of + "allowedSeconds", silence.allowed().get().toSeconds());
            } else {
                answer.withData(of + "why", "too few " + arrivals.of() + " to say what is usual");
            }
            if (silence.isTooLong(now)) {
                answer.down();
            }
        }
        return answer.build();
    }

    private Silence now(Arrivals arrivals) {
        return Silence.after(QuarkusTransaction.requiringNew().call(() -> arrivals.latest(REMEMBERED)), config);
    }

    private static double seconds(Optional<Duration> length) {
        return length.map(Duration::toSeconds).map(Long::doubleValue).orElse(Double.NaN);
    }
}
