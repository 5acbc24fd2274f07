package uk.helpathand.casework.alert;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import uk.helpathand.platform.outbox.OutboxMessage;
import uk.helpathand.platform.time.Jobs;

/**
 * Not well when a call for a person could not be made in time, or when it was made and nobody has looked. The metrics are
 * read a few times a minute and never on a scrape.
 */
@Wellness
@Singleton
public class AlertWellness implements HealthCheck {

    private final AlertConfig config;
    private final Clock clock;
    private volatile Reading lastRead = new Reading(Optional.empty(), Optional.empty());

    /**
     * @param owed since when a call is owed that was not made: not raised yet, or raised and not mailed
     * @param open since when an alert is due after which nobody has looked
     */
    private record Reading(Optional<Instant> owed, Optional<Instant> open) {}

    @Inject
    AlertWellness(AlertConfig config, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.clock = clock;
        Gauge.builder("helpathand.alerts.late", () -> age(lastRead.owed).toSeconds())
                .description("How late the call is that should have been made first")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("helpathand.alerts.unanswered", () -> age(lastRead.open).toSeconds())
                .description("Age of the oldest alert after which nobody has looked")
                .baseUnit("seconds")
                .register(registry);
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("15s", this::read);
    }

    void read() {
        lastRead = now();
    }

    @Override
    public HealthCheckResponse call() {
        Reading reading = now();
        Duration late = age(reading.owed);
        Duration unanswered = age(reading.open);
        return HealthCheckResponse.named("alerts")
                .status(late.compareTo(config.late()) <= 0 && unanswered.compareTo(config.unanswered()) <= 0)
                .withData("lateSeconds", late.toSeconds())
                .withData("unansweredSeconds", unanswered.toSeconds())
                .build();
    }

    private Reading now() {
        Instant now = clock.instant();
        return QuarkusTransaction.requiringNew()
                .call(() -> new Reading(
                        Stream.of(Alert.oldestDue(now), OutboxMessage.oldestOwed(SendAlertMail.KIND))
                                .flatMap(Optional::stream)
                                .min(Instant::compareTo),
                        Alert.oldestOpen(now)));
    }

    private Duration age(Optional<Instant> since) {
        return since.map(at -> Duration.between(at, clock.instant())).orElse(Duration.ZERO);
    }
}
