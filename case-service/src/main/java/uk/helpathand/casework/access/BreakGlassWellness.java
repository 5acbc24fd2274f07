package uk.helpathand.casework.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import uk.helpathand.platform.time.Jobs;

/**
 * Not well while a glass was broken for long and no lead has said what they found: one mail goes out, and a mail can be overlooked.
 * Each counts from the moment it was taken, as it may be used and reviewed from then on. The metrics are read once a minute and
 * never on a scrape.
 */
@Wellness
@Singleton
public class BreakGlassWellness implements HealthCheck {

    /** Counted no further. */
    private static final int MOST = 10_000;

    private final AccessConfig config;
    private final Clock clock;

    /** When those were taken that nobody has reviewed, oldest first. */
    private volatile List<Instant> lastRead = List.of();

    @Inject
    BreakGlassWellness(AccessConfig config, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.clock = clock;
        Gauge.builder("helpathand.break.glass.unreviewed", () -> lastRead.size())
                .description("Accesses by broken glass that nobody has reviewed, 10,000 at most")
                .register(registry);
        Gauge.builder("helpathand.break.glass.oldest.unreviewed", () -> age(lastRead)
                        .toSeconds())
                .description("Since the oldest of them was taken")
                .baseUnit("seconds")
                .register(registry);
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("60s", this::read);
    }

    void read() {
        lastRead = now();
    }

    @Override
    public HealthCheckResponse call() {
        List<Instant> unreviewed = now();
        Duration oldest = age(unreviewed);
        return HealthCheckResponse.named("break-glass")
                .status(oldest.compareTo(config.reviewWithin()) <= 0)
                .withData("unreviewed", unreviewed.size())
                .withData("oldestSeconds", oldest.toSeconds())
                .build();
    }

    private static List<Instant> now() {
        return QuarkusTransaction.requiringNew().call(() -> oldestFirst());
    }

    private static List<Instant> oldestFirst() {
        // A literal, because the index of those that wait is a partial one.
        return BreakGlass.find("select at from BreakGlass where reviewDue = true order by at")
                .page(Page.ofSize(MOST))
                .project(Instant.class)
                .list();
    }

    private Duration age(List<Instant> oldestFirst) {
        return oldestFirst.isEmpty() ? Duration.ZERO : Duration.between(oldestFirst.get(0), clock.instant());
    }
}
