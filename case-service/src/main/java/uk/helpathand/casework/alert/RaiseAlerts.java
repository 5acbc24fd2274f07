package uk.helpathand.casework.alert;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import uk.helpathand.platform.outbox.Outbox;

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

    @Scheduled(every = "{helpathand.alerts.poll}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void raiseDue() {
        QuarkusTransaction.requiringNew().run(() -> {
            Instant now = clock.instant();
            for (Alert alert : Alert.claimDue(now, AT_ONCE)) {
                alert.raised(rota.person(alert.step, now).name(), now);
                // A stream of its own: a mail that cannot go must not hold back the next person's.
                outbox.owe(SendAlertMail.KIND, alert.id, alert.id, 1);
            }
        });
    }
}
