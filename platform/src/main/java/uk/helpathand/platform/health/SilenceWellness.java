package uk.helpathand.platform.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Not well when nobody has written for far longer than usual: perhaps nobody can. The metrics are read once a minute. */
@Wellness
@Singleton
public class SilenceWellness implements HealthCheck {

    /** Enough to hold some nights and weekends of a small team, and few enough to read at any time. */
    private static final int REMEMBERED = 200;

    private final Arrivals arrivals;
    private final HealthConfig config;
    private final Clock clock;
    private volatile Silence lastRead = new Silence(Optional.empty(), Optional.empty());

    @Inject
    SilenceWellness(Arrivals arrivals, HealthConfig config, Clock clock, MeterRegistry registry) {
        this.arrivals = arrivals;
        this.config = config;
        this.clock = clock;
        Gauge.builder("helpathand.enquiries.silence", () -> seconds(lastRead.length(clock.instant())))
                .description("Since the last enquiry was received; NaN before the first")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("helpathand.enquiries.silence.allowed", () -> seconds(lastRead.allowed()))
                .description("How long that may be; NaN where too few have come to say what is usual")
                .baseUnit("seconds")
                .register(registry);
    }

    @Scheduled(every = "60s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void read() {
        lastRead = now();
    }

    @Override
    public HealthCheckResponse call() {
        Silence silence = now();
        Instant now = clock.instant();
        var answer = HealthCheckResponse.named("silence").status(!silence.isTooLong(now));
        silence.length(now).ifPresent(length -> answer.withData("seconds", length.toSeconds()));
        if (silence.allowed().isPresent()) {
            answer.withData("allowedSeconds", silence.allowed().get().toSeconds());
        } else {
            answer.withData("why", "too few enquiries to say what is usual");
        }
        return answer.build();
    }

    private Silence now() {
        return Silence.after(QuarkusTransaction.requiringNew().call(() -> arrivals.latest(REMEMBERED)), config);
    }

    private static double seconds(Optional<Duration> length) {
        return length.map(Duration::toSeconds).map(Long::doubleValue).orElse(Double.NaN);
    }
}
