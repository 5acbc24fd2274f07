package uk.helpathand.casework.access;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.time.Jobs;

/**
 * Forgets, some time after the review, what somebody wrote who broke the glass over a reference that opened nothing: it belongs to
 * no child's record, so no erasure of a child would find it. Any number of replicas may run it.
 */
@ApplicationScoped
public class ForgetMissedGlass {

    private static final int AT_ONCE = 100;

    @Inject
    EntityManager entityManager;

    @Inject
    AccessConfig config;

    @Inject
    Audit audit;

    @Inject
    Clock clock;

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("1h", "10m", this::forget);
    }

    public void forget() {
        QuarkusTransaction.requiringNew().run(() -> {
            var now = clock.instant();
            UUID[] missed = (UUID[]) entityManager
                    .createNativeQuery("SELECT forget_missed_glass(:before, :most, :now)", UUID[].class)
                    .setParameter("before", now.minus(config.missedGlassKept()))
                    .setParameter("most", AT_ONCE)
                    .setParameter("now", now)
                    .getSingleResult();
            if (missed.length > 0) {
                audit.doneBySystem("glass.forget", "break-glass", List.of(missed), "opened-nothing");
            }
        });
    }
}
