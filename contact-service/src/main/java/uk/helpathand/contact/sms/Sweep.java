package uk.helpathand.contact.sms;

import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uk.helpathand.platform.time.Jobs;

/**
 * Asks providers what they received, and takes in what never reached us: they give up calling after minutes (STANDARDS 1.1, 1.2;
 * trap 3). From a while before the last sweep's end on, so that each text is listed more than once and taken in once.
 */
@ApplicationScoped
class Sweep {

    /** More pages than a week can fill. */
    private static final int MOST_PAGES = 1_000;

    /** After so many that could not be kept it may not be about them: the database is asked. */
    private static final int MANY_FAILURES = 5;

    /** Farther than this the clocks of two replicas are not apart, unless one of them is wrong. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(1);

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

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("{helpathand.texts.sweep-every}", "5s", this::sweepAll);
    }

    void sweepAll() {
        for (SmsGateway gateway : serviceNumbers.gateways()) {
            try {
                sweep(gateway);
            } catch (RuntimeException e) {
                // Of one provider: the others are asked all the same.
                Log.errorf(
                        "sweep of %s failed: %s",
                        gateway.provider(), e.getClass().getName());
            }
        }
    }

    /** How many were taken in. */
    int sweep(SmsGateway gateway) {
        Instant begun = clock.instant();
        Instant since = QuarkusTransaction.requiringNew().call(() -> since(gateway.provider(), begun));
        try {
            List<ReceivedText> missing = missing(gateway, since);
            // The oldest first: they become messages in the order in which they were written.
            Collections.reverse(missing);
            var keeping = new Keeping();
            for (ReceivedText text : missing) {
                keeping.take(text);
            }
            if (keeping.failures == 0) {
                QuarkusTransaction.requiringNew().run(() -> swept(gateway.provider(), begun));
            }
            metrics.swept(gateway.provider(), keeping.taken);
            return keeping.taken;
        } catch (SmsUnavailable e) {
            Log.warnf("sweep of %s: its list cannot be read now", gateway.provider());
            return 0;
        }
    }

    /** What becomes of those of one sweep. One that cannot be kept now keeps back what its number wrote later, and no other. */
    private final class Keeping {

        private final Set<String> waiting = new HashSet<>();
        private int taken;
        private int failures;
        private boolean stopped;

        void take(ReceivedText text) {
            if (stopped || waiting.contains(text.from())) {
                return;
            }
            try {
                taken += arrivals.receive(text, true) ? 1 : 0;
            } catch (RuntimeException e) {
                // The class only: a message may hold what was written.
                Log.errorf(
                        "a text that %s lists could not be kept: %s",
                        text.provider(), e.getClass().getName());
                waiting.add(text.from());
                failures++;
                stopped = failures >= MANY_FAILURES && !databaseAnswers();
            }
        }
    }

    /** While it does not, the rest is left for the next time. */
    private boolean databaseAnswers() {
        try {
            QuarkusTransaction.requiringNew().run(() -> entityManager
                    .createNativeQuery("SELECT 1", Integer.class)
                    .getSingleResult());
            return true;
        } catch (RuntimeException e) {
            return false;
        }
    }

    /** Newest first. */
    private List<ReceivedText> missing(SmsGateway gateway, Instant since) throws SmsUnavailable {
        List<ReceivedText> missing = new ArrayList<>();
        String cursor = null;
        for (int page = 0; page < MOST_PAGES; page++) {
            ReceivedPage listed = gateway.received(since, cursor);
            missing.addAll(QuarkusTransaction.requiringNew().call(() -> unknown(gateway.provider(), listed.texts())));
            boolean before = listed.texts().stream()
                    .anyMatch(text -> text.sentAt() != null && text.sentAt().isBefore(since));
            cursor = listed.next();
            if (cursor == null || before) {
                return missing;
            }
        }
        return missing;
    }

    /** In one question: on a busy day a sweep lists thousands, and nearly all of them are here. */
    private static List<ReceivedText> unknown(String provider, List<ReceivedText> listed) {
        Set<String> known = ProviderEvent.known(
                provider, listed.stream().map(ReceivedText::providerId).toList(), ProviderEvent.MESSAGE);
        return listed.stream()
                .filter(text -> !known.contains(text.providerId()))
                .toList();
    }

    private Instant since(String provider, Instant now) {
        Instant farthest = now.minus(config.sweepReach());
        List<?> last = entityManager
                .createNativeQuery("SELECT since FROM provider_sweep WHERE provider = :provider", Instant.class)
                .setParameter("provider", provider)
                .getResultList();
        Instant from = last.isEmpty() || isAhead((Instant) last.get(0), now)
                ? farthest
                : ((Instant) last.get(0)).minus(config.sweepOverlap());
        return from.isAfter(farthest) ? from : farthest;
    }

    /** A clock that was wrong wrote it: until when the list was read in truth, nobody knows. */
    private static boolean isAhead(Instant since, Instant now) {
        return since.isAfter(now.plus(CLOCKS_APART));
    }

    private void swept(String provider, Instant until) {
        entityManager
                .createNativeQuery("INSERT INTO provider_sweep (provider, since) VALUES (:provider, :until)"
                        + " ON CONFLICT (provider) DO UPDATE SET since = EXCLUDED.since"
                        + " WHERE provider_sweep.since < EXCLUDED.since OR provider_sweep.since > :ahead")
                .setParameter("provider", provider)
                .setParameter("until", until)
                .setParameter("ahead", clock.instant().plus(CLOCKS_APART))
                .executeUpdate();
    }
}
