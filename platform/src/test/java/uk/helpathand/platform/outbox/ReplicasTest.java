package uk.helpathand.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.platform.outbox.Streams.owe;
import static uk.helpathand.platform.outbox.Streams.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.outbox.Streams.Book;
import uk.helpathand.platform.outbox.Streams.Settings;

/** Trap 20: several replicas, their threads and their writers at once on one database. */
@QuarkusTest
class ReplicasTest extends HttpTest {

    private static final int STREAMS = 8;
    private static final int ROWS = 25;

    private final Clock clock = Clock.systemUTC();
    private final List<Relay> running = new ArrayList<>();

    @AfterEach
    void stopAll() throws InterruptedException {
        for (Relay relay : running) {
            relay.stop(new ShutdownEvent());
        }
    }

    @Test
    void every_row_has_its_effect_once_and_in_order_and_none_is_skipped() throws Exception {
        Map<UUID, AtomicBoolean> busy = new ConcurrentHashMap<>();
        var overlaps = new AtomicInteger();
        var book = new Book(message -> {
            var mine = busy.computeIfAbsent(message.streamId, stream -> new AtomicBoolean());
            if (!mine.compareAndSet(false, true)) {
                overlaps.incrementAndGet();
            }
            Thread.sleep(message.sequence % 3);
            mine.set(false);
            if (message.attempts == 1 && message.sequence % 10 == 5) {
                throw new IllegalStateException("once in a while");
            }
        });
        start(book, Settings.BUSY);
        start(book, Settings.BUSY);

        Map<UUID, List<Long>> committed = writeWithGaps();

        eventually(() -> count("outbox") == 0);
        committed.forEach((stream, sequences) ->
                assertThat(book.sequences(stream)).as("stream " + stream).isEqualTo(sequences));
        assertThat(book.lines())
                .hasSize(committed.values().stream().mapToInt(List::size).sum());
        assertThat(overlaps).hasValue(0);
    }

    /** Every third transaction is slow to commit and every seventh is rolled back, with its sequence number. */
    private Map<UUID, List<Long>> writeWithGaps() throws InterruptedException {
        Map<UUID, List<Long>> committed = new HashMap<>();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < STREAMS; i++) {
            UUID stream = UUID.randomUUID();
            committed.put(
                    stream,
                    LongStream.rangeClosed(1, ROWS)
                            .filter(n -> n % 7 != 0)
                            .boxed()
                            .toList());
            var writer = new Thread(() -> LongStream.rangeClosed(1, ROWS).forEach(n -> write(stream, n)));
            writers.add(writer);
            writer.start();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        return committed;
    }

    private void write(UUID stream, long sequence) {
        var transaction = QuarkusTransaction.requiringNew();
        try {
            transaction.run(() -> {
                OutboxMessage.owe(Streams.KIND, UUID.randomUUID(), stream, sequence, false, null, clock.instant());
                OutboxMessage.flush();
                if (sequence % 3 == 0) {
                    sleep(new Random(sequence).nextInt(20));
                }
                if (sequence % 7 == 0) {
                    throw new IllegalStateException("rolled back");
                }
            });
        } catch (IllegalStateException e) {
            // meant
        }
    }

    @Test
    void a_replica_that_dies_with_rows_in_hand_loses_none() throws Exception {
        UUID stream = UUID.randomUUID();
        owe(clock, stream, 1, 2, 3);
        var shortLease = new Settings(true, Duration.ofMillis(10), Duration.ofMillis(200), 2);
        var held = new AtomicBoolean();
        var dying = new Book(message -> {
            held.set(true);
            Thread.sleep(60_000);
        });
        Relay first = start(dying, shortLease);
        eventually(held::get);
        first.stop(new ShutdownEvent());
        var book = new Book();

        start(book, Settings.BUSY);

        eventually(() -> count("outbox") == 0);
        assertThat(book.sequences(stream)).containsExactly(1L, 2L, 3L);
    }

    @Test
    void an_error_in_a_handler_does_not_end_the_relay() {
        UUID stream = UUID.randomUUID();
        owe(clock, stream, 1);
        var book = new Book(message -> {
            if (message.attempts < 3) {
                throw new StackOverflowError();
            }
        });

        start(book, new Settings(true, Duration.ofMillis(10), Duration.ofMillis(100), 1));

        eventually(() -> count("outbox") == 0);
        assertThat(book.sequences(stream)).containsExactly(1L);
    }

    @Test
    void a_sleeping_relay_wakes_after_a_commit() {
        UUID stream = UUID.randomUUID();
        var book = new Book();
        Relay relay = start(book, new Settings(true, Duration.ofMinutes(5), Duration.ofSeconds(30), 1));
        sleep(100);
        owe(clock, stream, 1);

        relay.wakeAfterCommit(new Outbox.Owed());

        eventually(() -> book.lines().size() == 1);
    }

    private Relay start(Book book, OutboxConfig config) {
        Relay relay = relay(book, clock, config);
        running.add(relay);
        relay.start(new StartupEvent());
        return relay;
    }

    private static void eventually(BooleanSupplier condition) {
        for (int i = 0; i < 1000 && !condition.getAsBoolean(); i++) {
            sleep(15);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
