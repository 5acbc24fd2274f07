package uk.helpathand.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.helpathand.platform.outbox.Streams.owe;
import static uk.helpathand.platform.outbox.Streams.relay;
import static uk.helpathand.platform.outbox.Streams.row;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.outbox.Streams.Book;
import uk.helpathand.platform.outbox.Streams.Effect;
import uk.helpathand.platform.outbox.Streams.HandClock;
import uk.helpathand.platform.outbox.Streams.Settings;

/** The database goes away while an effect happens: what came of it is not forgotten. The clock stands, so no lease ends. */
@QuarkusTest
class RelaySettlingTest extends HttpTest {

    @Inject
    AgroalDataSource pool;

    private final HandClock clock = new HandClock();
    private final UUID stream = UUID.randomUUID();
    private CompletableFuture<Void> back = CompletableFuture.completedFuture(null);

    @AfterEach
    void databaseIsBack() {
        Thread.interrupted();
        back.join();
        give();
        // The dead ones too: for a second the pool would give them out unseen.
        pool.flush(AgroalDataSource.FlushMode.ALL);
    }

    @Test
    void a_success_is_written_down_once_the_database_is_back_and_the_stream_goes_on() {
        owe(clock, stream, 1, 2);
        var book = new Book(once(() -> {
            take();
            giveLater();
        }));

        run(book, Settings.BY_HAND);

        assertThat(book.sequences(stream)).containsExactly(1L, 2L);
        assertThat(count("outbox")).isZero();
    }

    @Test
    void a_failure_is_written_down_once_the_database_is_back_and_tried_again_after_its_own_pause() {
        owe(clock, stream, 1, 2);
        var book = new Book(once(() -> {
            take();
            giveLater();
            throw new IllegalStateException("not yet");
        }));

        run(book, Settings.BY_HAND);
        assertThat(row(stream, 1, "concat_ws(' ', attempts, last_failure)")).isEqualTo("1 IllegalStateException");
        clock.pass(Duration.ofMillis(500));
        run(book, Settings.BY_HAND);

        assertThat(book.sequences(stream)).containsExactly(1L, 2L);
    }

    @Test
    void after_the_lease_it_is_left_to_whoever_claims_it_next() {
        owe(clock, stream, 1);
        var brief = new Settings(false, Duration.ofMillis(10), Duration.ofMillis(700), 1);
        var book = new Book(once(RelaySettlingTest::take));

        assertThatThrownBy(() -> run(book, brief)).isInstanceOf(RuntimeException.class);
        give();
        clock.pass(brief.lease());
        run(book, brief);

        assertThat(book.sequences(stream)).containsExactly(1L, 1L);
        assertThat(count("outbox")).isZero();
    }

    @Test
    void a_service_that_stops_does_not_wait_for_it() {
        owe(clock, stream, 1);
        var relay = relay(
                new Book(once(() -> {
                    take();
                    Thread.currentThread().interrupt();
                })),
                clock,
                Settings.BY_HAND);

        long began = System.nanoTime();
        assertThatThrownBy(relay::workOnce).isInstanceOf(RuntimeException.class);

        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    }

    /** Everything that is due, by one replica. */
    private void run(Book book, Settings settings) {
        var relay = relay(book, clock, settings);
        while (relay.workOnce()) {}
    }

    /** At the first attempt of the first row. */
    private static Effect once(Runnable trouble) {
        return message -> {
            if (message.sequence == 1 && message.attempts == 1) {
                trouble.run();
            }
        };
    }

    /** As when a PostgreSQL backend is killed: every session ends, and for a while there is no new one. */
    private static void take() {
        TestDatabase.asSuperuser("ALTER ROLE app CONNECTION LIMIT 0");
        TestDatabase.asSuperuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'");
    }

    private void giveLater() {
        back = CompletableFuture.runAsync(
                RelaySettlingTest::give, CompletableFuture.delayedExecutor(900, TimeUnit.MILLISECONDS));
    }

    private static void give() {
        TestDatabase.asSuperuser("ALTER ROLE app CONNECTION LIMIT -1");
    }
}
