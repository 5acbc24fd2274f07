package uk.helpathand.platform.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import uk.helpathand.platform.audit.Anchors;
import uk.helpathand.platform.audit.AuditConfig;
import uk.helpathand.platform.time.Jobs;

/**
 * Not well while nobody outside has been told of the audit for too long: the sealer stands, a transaction holds it back, the
 * anchors cannot be written, or they tell other things than the database.
 */
@Wellness
@Singleton
public class AnchorWellness implements HealthCheck {

    private final Newest anchors;
    private final boolean sealing;
    private final HealthConfig config;
    private final Clock clock;

    /** Before the first anchor, since this replica has been there. */
    private volatile Instant newest;

    /** Where the newest anchor is asked for. */
    interface Newest {
        Optional<Instant> at() throws IOException;
    }

    @Inject
    AnchorWellness(Anchors anchors, AuditConfig audit, HealthConfig config, Clock clock, MeterRegistry registry) {
        this(anchors::newest, audit.isSealing(), config, clock, registry);
    }

    AnchorWellness(Newest anchors, boolean sealing, HealthConfig config, Clock clock, MeterRegistry registry) {
        this.anchors = anchors;
        this.sealing = sealing;
        this.config = config;
        this.clock = clock;
        newest = clock.instant();
        Gauge.builder("helpathand.audit.anchor.age", () -> sealing ? age().toSeconds() : Double.NaN)
                .description("Since the outside was last told of the audit; NaN where nothing is sealed")
                .baseUnit("seconds")
                .register(registry);
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("15s", this::keepRead);
    }

    void keepRead() {
        try {
            read();
        } catch (IOException e) {
            // What was read last grows old, and that is told.
        }
    }

    private void read() throws IOException {
        anchors.at().ifPresent(at -> newest = at);
    }

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("anchor");
        if (!sealing) {
            return answer.up().withData("why", "off").build();
        }
        try {
            read();
        } catch (IOException e) {
            answer.withData("why", e.getClass().getSimpleName());
        }
        return answer.status(age().compareTo(config.anchorAge()) <= 0)
                .withData("ageSeconds", age().toSeconds())
                .build();
    }

    private Duration age() {
        return Duration.between(newest, clock.instant());
    }
}
