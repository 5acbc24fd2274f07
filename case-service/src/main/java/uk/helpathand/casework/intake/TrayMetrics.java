package uk.helpathand.casework.intake;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.panache.common.Page;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import uk.helpathand.platform.time.Jobs;

/**
 * How much waits in the tray and for how long, read a few times a minute and never on a scrape. Nothing there is ever
 * deleted by a machine: these figures are how it is not forgotten.
 */
@Singleton
public class TrayMetrics {

    /** Counted no further: past this it is a flood, and a count would grow with it. */
    static final int MOST = 10_000;

    private volatile int waiting;
    private volatile int late;
    private volatile long oldestSeconds;

    @Inject
    TrayConfig config;

    @Inject
    Clock clock;

    @Inject
    TrayMetrics(MeterRegistry registry) {
        Gauge.builder("helpathand.enquiries.tray", () -> waiting)
                .description("Enquiries in the tray, 10,000 at most")
                .register(registry);
        Gauge.builder("helpathand.enquiries.tray.late", () -> late)
                .description("Those that wait for longer than helpathand.tray.late-after, 10,000 at most")
                .register(registry);
        Gauge.builder("helpathand.enquiries.tray.oldest", () -> oldestSeconds)
                .description("Age of the oldest enquiry in the tray")
                .baseUnit("seconds")
                .register(registry);
    }

    /** When those of the tray were received. */
    private static List<Instant> oldestFirst() {
        // A literal, because the index of the tray is a partial one.
        return Enquiry.find("select receivedAt from Enquiry where status = UNCONFIRMED order by receivedAt")
                .page(Page.ofSize(MOST))
                .project(Instant.class)
                .list();
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("15s", this::read);
    }

    void read() {
        List<Instant> received = QuarkusTransaction.requiringNew().call(() -> oldestFirst());
        Instant now = clock.instant();
        Instant due = now.minus(config.lateAfter());
        waiting = received.size();
        late = (int) received.stream().filter(at -> at.isBefore(due)).count();
        oldestSeconds =
                received.isEmpty() ? 0 : Duration.between(received.get(0), now).toSeconds();
    }
}
