package uk.helpathand.platform.audit;

import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.sql.SQLException;
import uk.helpathand.platform.time.Jobs;

/** Seals, then anchors, about every second. What fails is tried again with the next: nothing is lost by it. */
@ApplicationScoped
class SealJob {

    @Inject
    Sealer sealer;

    @Inject
    Anchors anchors;

    @Inject
    AuditConfig config;

    void start(@Observes StartupEvent event) {
        if (config.isSealing() && config.anchorFile().isEmpty()) {
            Log.warn("audit: no anchor file is set, so a truncated chain would not be found");
        }
    }

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("{helpathand.audit.seal-every}", this::run);
    }

    void run() {
        try {
            Sealer.Outcome outcome = sealer.sealAll();
            if (outcome != Sealer.Outcome.ELSEWHERE) {
                anchors.anchor(outcome == Sealer.Outcome.WAITING);
            }
        } catch (SQLException | IOException | RuntimeException e) {
            // The class only: a driver's message may name what nobody should read.
            Log.warnf("audit: not sealed or anchored: %s", e.getClass().getSimpleName());
        }
    }
}
