package uk.helpathand.contact.conversation;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;

/** How many begin, how many come back with their code, and how soon. Counted once it is committed (docs/ways-back.md). */
@Singleton
public class ReturnMetrics {

    private static final Duration[] STEPS = {
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1),
        Duration.ofDays(3),
        Duration.ofDays(7),
        Duration.ofDays(14),
        Duration.ofDays(30)
    };

    private final Counter begun;
    private final Counter returned;
    private final Timer firstReturn;

    @Inject
    ReturnMetrics(MeterRegistry registry) {
        begun = Counter.builder("helpathand.conversations.begun")
                .description("Conversations that began")
                .register(registry);
        returned = Counter.builder("helpathand.conversations.returned")
                .description("Conversations whose thread was opened with the return code for the first time")
                .register(registry);
        firstReturn = Timer.builder("helpathand.conversations.first.return")
                .description("From the beginning of a conversation to the first return")
                .serviceLevelObjectives(STEPS)
                .register(registry);
    }

    /** A conversation began. Fired within the transaction. */
    record Began() {}

    /** A thread was opened with the code for the first time. Fired within the transaction. */
    record Returned(Duration after) {}

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Began began) {
        begun.increment();
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) Returned first) {
        returned.increment();
        firstReturn.record(first.after());
    }
}
