package uk.helpathand.platform.health;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import uk.helpathand.platform.outbox.OutboxMessage;

/** Not well while something that was refused for good waits for a person. */
@Wellness
@ApplicationScoped
class ParkedWellness implements HealthCheck {

    @Inject
    HealthConfig config;

    @Override
    public HealthCheckResponse call() {
        long parked = QuarkusTransaction.requiringNew().call(() -> OutboxMessage.parked());
        return HealthCheckResponse.named("parked")
                .status(parked <= config.parked())
                .withData("parked", parked)
                .build();
    }
}
