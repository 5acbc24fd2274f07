package uk.helpathand.casework.alert;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.time.Jobs;

/** Gives due alerts to the mail. Any number of replicas may run it; a stopped process loses nothing. */
@ApplicationScoped
class RaiseAlerts {

    private static final int AT_ONCE = 50;

    @Inject
    Rota rota;

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("{helpathand.alerts.poll}", this::raiseDue);
    }

    void raiseDue() {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = clock.instant();
            for (Alert alert : Alert.claimDue(now, AT_ONCE)) {
                alert.raised(rota.next(alert.called(), now).name(), now);
                // A stream of its own: a mail that cannot go must not hold back the next person's.
                outbox.owe(SendAlertMail.KIND, alert.id, alert.id, 1, true);
            }
        });
    }
}
