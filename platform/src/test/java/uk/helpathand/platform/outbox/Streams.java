package uk.helpathand.platform.outbox;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.trace.Traces;

/** Relays as several replicas have them, on one database, with hands and clocks of a test's own. */
final class Streams {

    static final String KIND = "test-kind";

    private Streams() {}

    /** What is done with a row. */
    interface Effect {
        void happen(OutboxMessage message) throws Exception;
    }

    /** Writes down what happened, in order. */
    static final class Book implements OutboxHandler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final Effect effect;

        Book(Effect effect) {
            this.effect = effect;
        }

        Book() {
            this(message -> {});
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void handle(OutboxMessage message) throws Exception {
            effect.happen(message);
            lines.add(message.streamId + " " + message.sequence);
        }

        List<String> lines() {
            return List.copyOf(lines);
        }

        List<Long> sequences(UUID stream) {
            return lines.stream()
                    .filter(line -> line.startsWith(stream.toString()))
                    .map(line -> Long.valueOf(line.substring(37)))
                    .toList();
        }
    }

    record Settings(boolean relay, Duration poll, Duration lease, int workers) implements OutboxConfig {
        static final Settings BY_HAND = new Settings(false, Duration.ofMillis(10), Duration.ofSeconds(30), 1);
        static final Settings BUSY = new Settings(true, Duration.ofMillis(10), Duration.ofSeconds(30), 3);
    }

    /** A clock that a test moves. */
    static final class HandClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-02T09:00:00Z");

        void pass(Duration duration) {
            now = now.plus(duration);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    static Relay relay(OutboxHandler handler, Clock clock, OutboxConfig config) {
        var relay = new Relay(List.of(handler));
        relay.clock = clock;
        relay.config = config;
        relay.traces = Arc.container().instance(Traces.class).get();
        return relay;
    }

    static void owe(Clock clock, UUID stream, long... sequences) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (long sequence : sequences) {
                OutboxMessage.owe(KIND, UUID.randomUUID(), stream, sequence, false, null, clock.instant());
            }
        });
    }

    static void oweUrgently(Clock clock, UUID stream, long sequence) {
        QuarkusTransaction.requiringNew()
                .run(() -> OutboxMessage.owe(KIND, UUID.randomUUID(), stream, sequence, true, null, clock.instant()));
    }

    /** One column of the row of a stream with that sequence. */
    static String row(UUID stream, long sequence, String column) {
        return TestDatabase.ask(
                "SELECT " + column + " FROM outbox WHERE stream_id = '" + stream + "' AND sequence = " + sequence);
    }
}
