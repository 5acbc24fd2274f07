package uk.helpathand.platform.health;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Not well while something has been owed for too long: nobody on the other side knows of it. */
@Wellness
@ApplicationScoped
class OutboxWellness implements HealthCheck {

    @Inject
    HealthConfig config;

    @Inject
    Clock clock;

    @Override
    public HealthCheckResponse call() {
        Duration age = QuarkusTransaction.requiringNew()
                .call(() -> OutboxMessage.oldestOwed())
                .map(since -> Duration.between(since, clock.instant()))
                .orElse(Duration.ZERO);
        return HealthCheckResponse.named("outbox")
                .status(age.compareTo(config.outboxAge()) <= 0)
                .withData("oldestSeconds", age.toSeconds())
                .build();
    }
}
