package uk.helpathand.contact.sms;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Asks providers what they received, and takes in what never reached us: they give up calling after minutes (STANDARDS 1.1, 1.2;
 * trap 3). From a while before the last sweep's end on, so that each text is listed more than once and taken in once.
 */
@ApplicationScoped
class Sweep {

    /** More pages than a week can fill. */
    private static final int MOST_PAGES = 1_000;

    @Inject
    ServiceNumbers serviceNumbers;

    @Inject
    TextArrivals arrivals;

    @Inject
    SmsMetrics metrics;

    @Inject
    EntityManager entityManager;

    @Inject
    TextsConfig config;

    @Inject
    Clock clock;

    @Scheduled(
            every = "{helpathand.texts.sweep-every}",
            delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweepAll() {
        serviceNumbers.gateways().forEach(this::sweep);
    }

    /** How many were taken in. */
    int sweep(SmsGateway gateway) {
        Instant begun = clock.instant();
        Instant since = QuarkusTransaction.requiringNew().call(() -> since(gateway.provider(), begun));
        try {
            List<ReceivedText> missing = missing(gateway, since);
            // The oldest first: they become messages in the order in which they were written.
            Collections.reverse(missing);
            int taken = 0;
            for (ReceivedText text : missing) {
                taken += arrivals.receive(text, true) ? 1 : 0;
            }
            QuarkusTransaction.requiringNew().run(() -> swept(gateway.provider(), begun));
            metrics.swept(gateway.provider(), taken);
            return taken;
        } catch (SmsUnavailable e) {
            Log.warnf("sweep of %s: its list cannot be read now", gateway.provider());
            return 0;
        }
    }

    /** Newest first. */
    private List<ReceivedText> missing(SmsGateway gateway, Instant since) throws SmsUnavailable {
        List<ReceivedText> missing = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ReceivedPage listed = gateway.received(since, cursor);
            QuarkusTransaction.requiringNew().run(() -> listed.texts().stream()
                    .filter(text -> !ProviderEvent.isKnown(text.provider(), text.providerId(), ProviderEvent.MESSAGE))
                    .forEach(missing::add));
            boolean before = listed.texts().stream()
                    .anyMatch(text -> text.sentAt() != null && text.sentAt().isBefore(since));
            cursor = listed.next();
            if (cursor == null || before) {
                return missing;
            }
        }
        return missing;
    }

    private Instant since(String provider, Instant now) {
        Instant farthest = now.minus(config.sweepReach());
        List<?> last = entityManager
                .createNativeQuery("SELECT since FROM provider_sweep WHERE provider = :provider", Instant.class)
                .setParameter("provider", provider)
                .getResultList();
        Instant from = last.isEmpty() ? farthest : ((Instant) last.get(0)).minus(config.sweepOverlap());
        return from.isAfter(farthest) ? from : farthest;
    }

    private void swept(String provider, Instant until) {
        entityManager
                .createNativeQuery("INSERT INTO provider_sweep (provider, since) VALUES (:provider, :until)"
                        + " ON CONFLICT (provider) DO UPDATE SET since = EXCLUDED.since"
                        + " WHERE provider_sweep.since < EXCLUDED.since")
                .setParameter("provider", provider)
                .setParameter("until", until)
                .executeUpdate();
    }
}
