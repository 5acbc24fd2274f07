package uk.helpathand.contact.retention;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.contact.conversation.Forgetting;
import uk.helpathand.platform.time.Jobs;

/**
 * Conversations in which nobody has written for long leave this service: case-service has them. One that still owes something (a
 * row of the outbox, a text that is held or on its way) is not quiet. Any number of replicas may run it.
 */
@ApplicationScoped
public class ForgetQuiet {

    /** Messages that are looked at at once. */
    private static final int AT_ONCE = 200;

    /** By the oldest of their words that are still here; from the last of those that were looked at on. */
    private static final String QUIET = """
            SELECT m.conversation_id, m.at, m.id FROM message m
            WHERE m.text IS NOT NULL AND m.at < :before AND (m.at, m.id) > (:at, :id)
            ORDER BY m.at, m.id LIMIT :most
            """;

    /** The lock of the conversation first: what is written meanwhile is seen by the question, or waits for the answer. */
    private static final String LOCK = "SELECT id FROM conversation WHERE id = :id FOR UPDATE SKIP LOCKED";

    private static final String IS_QUIET = """
            SELECT EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = :id AND m.text IS NOT NULL)
                AND NOT EXISTS (SELECT 1 FROM message m WHERE m.conversation_id = :id AND m.at >= :before)
                AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.stream_id = :id)
                AND NOT EXISTS (SELECT 1 FROM outgoing_text t
                    WHERE t.conversation_id = :id AND t.state IN ('held', 'sending'))
            """;

    private final EntityManager entityManager;
    private final Forgetting forgetting;
    private final RetentionConfig config;
    private final Clock clock;
    private final Counter forgotten;

    @Inject
    ForgetQuiet(
            EntityManager entityManager,
            Forgetting forgetting,
            RetentionConfig config,
            Clock clock,
            MeterRegistry metrics) {
        this.entityManager = entityManager;
        this.forgetting = forgetting;
        this.config = config;
        this.clock = clock;
        this.forgotten = Counter.builder("helpathand.conversations.forgotten")
                .description("Conversations whose words left this service because nobody had written for long")
                .register(metrics);
    }

    /** A place among the words that are still here. */
    private record Place(UUID conversationId, Instant at, UUID id) {}

    void begin(@Observes StartupEvent started, Jobs jobs) {
        jobs.every("{helpathand.retention.every}", "1m", this::forget);
    }

    public void forget() {
        Instant before = clock.instant().minus(config.quietAfter());
        var place = new Place(null, Instant.EPOCH, new UUID(0, 0));
        while (place != null) {
            List<Place> found = after(place, before);
            found.stream().map(Place::conversationId).distinct().forEach(id -> forget(id, before));
            place = found.size() < AT_ONCE ? null : found.get(found.size() - 1);
        }
    }

    private List<Place> after(Place place, Instant before) {
        return QuarkusTransaction.requiringNew().call(() -> {
            List<?> rows = entityManager
                    .createNativeQuery(QUIET)
                    .setParameter("before", before)
                    .setParameter("at", place.at())
                    .setParameter("id", place.id())
                    .setParameter("most", AT_ONCE)
                    .getResultList();
            return rows.stream()
                    .map(Object[].class::cast)
                    .map(row -> new Place((UUID) row[0], (Instant) row[1], (UUID) row[2]))
                    .toList();
        });
    }

    /** One that cannot be forgotten now keeps no other back; it is there again next time. */
    private void forget(UUID id, Instant before) {
        try {
            boolean done = QuarkusTransaction.requiringNew().call(() -> {
                boolean mine = !entityManager
                        .createNativeQuery(LOCK)
                        .setParameter("id", id)
                        .getResultList()
                        .isEmpty();
                if (!mine || !isQuiet(id, before)) {
                    return false;
                }
                forgetting.forget(id, "quiet");
                return true;
            });
            if (done) {
                forgotten.increment();
            }
        } catch (RuntimeException e) {
            Log.errorf("retention: conversation %s: %s", id, e.getClass().getName());
        }
    }

    private boolean isQuiet(UUID id, Instant before) {
        return (Boolean) entityManager
                .createNativeQuery(IS_QUIET)
                .setParameter("id", id)
                .setParameter("before", before)
                .getSingleResult();
    }
}
