package uk.helpathand.platform.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import uk.helpathand.platform.database.DatabaseCheck;

/** Ready is whoever has a durable database with every migration it needs; nothing else is asked. */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements HealthCheck {

    @Inject
    DatabaseCheck database;

    @Override
    public HealthCheckResponse call() {
        var answer = HealthCheckResponse.named("database");
        try {
            database.check();
            return answer.up().build();
        } catch (IllegalStateException e) {
            return answer.down().withData("why", e.getMessage()).build();
        } catch (SQLException | IOException e) {
            // The class only: a driver's message may name what nobody should read.
            return answer.down().withData("why", e.getClass().getSimpleName()).build();
        }
    }
}
