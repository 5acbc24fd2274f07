package uk.helpathand.platform.outbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import uk.helpathand.platform.time.Jobs;

/** How much is owed and how much is parked, read a few times a minute and never on a scrape. */
@Singleton
public class OutboxMetrics {

    private final AtomicLong waiting = new AtomicLong();
    private final AtomicLong parked = new AtomicLong();

    private final Clock clock;
    private volatile Optional<Instant> oldest = Optional.empty();

    @Inject
    OutboxMetrics(MeterRegistry registry, Clock clock) {
        this.clock = clock;
        Gauge.builder("helpathand.outbox.waiting", waiting, AtomicLong::get)
                .description("Remote effects still owed")
                .register(registry);
        Gauge.builder("helpathand.outbox.parked", parked, AtomicLong::get)
                .description("Remote effects refused for good, waiting for a person")
                .register(registry);
        Gauge.builder("helpathand.outbox.oldest", this::oldestSeconds)
                .description("Age of the oldest remote effect that is still owed")
                .baseUnit("seconds")
                .register(registry);
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("15s", this::read);
    }

    void read() {
        QuarkusTransaction.requiringNew().run(() -> {
            waiting.set(OutboxMessage.waiting());
            parked.set(OutboxMessage.parked());
            oldest = OutboxMessage.oldestOwed();
        });
    }

    /** Counted at the scrape: it grows on while the database does not answer. */
    private double oldestSeconds() {
        return oldest.map(since -> Duration.between(since, clock.instant()).toSeconds())
                .orElse(0L);
    }
}
