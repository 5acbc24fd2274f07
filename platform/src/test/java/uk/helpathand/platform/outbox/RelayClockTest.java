package uk.helpathand.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.platform.outbox.Streams.owe;
import static uk.helpathand.platform.outbox.Streams.relay;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.outbox.Streams.Book;
import uk.helpathand.platform.outbox.Streams.HandClock;
import uk.helpathand.platform.outbox.Streams.Settings;

/** A clock that was wrong for a while holds nothing back once it is right. */
@QuarkusTest
class RelayClockTest extends HttpTest {

    private final HandClock clock = new HandClock();
    private final UUID stream = UUID.randomUUID();

    @Test
    void a_row_dated_by_a_clock_that_was_hours_ahead_is_due_once_the_clock_is_right() {
        var failing = new Book(message -> {
            throw new IllegalStateException("not yet");
        });
        var book = new Book();
        UUID retried = UUID.randomUUID();
        UUID leased = UUID.randomUUID();
        clock.pass(Duration.ofHours(2));
        owe(clock, retried, 1);
        run(failing);
        owe(clock, leased, 1);
        QuarkusTransaction.requiringNew()
                .run(() -> OutboxMessage.claim(1, clock.instant(), Settings.BY_HAND.lease(), true));
        owe(clock, stream, 1, 2);
        clock.pass(Duration.ofHours(-2));

        run(book);

        assertThat(book.lines()).containsExactlyInAnyOrder(retried + " 1", leased + " 1", stream + " 1", stream + " 2");
        assertThat(count("outbox")).isZero();
    }

    @Test
    void the_longest_wait_there_is_does_not_look_like_a_wrong_clock() {
        owe(clock, stream, 1);
        TestDatabase.asOwner("UPDATE outbox SET attempts = 100");
        run(new Book(message -> {
            throw new IllegalStateException("not yet");
        }));
        var book = new Book();

        clock.pass(Duration.ofMillis(59_999));
        run(book);
        assertThat(book.lines()).isEmpty();
        clock.pass(Duration.ofMillis(1));
        run(book);
        assertThat(book.sequences(stream)).containsExactly(1L);
    }

    /** Everything that is due, by one replica. */
    private void run(Book book) {
        var relay = relay(book, clock, Settings.BY_HAND);
        while (relay.workOnce()) {}
    }
}
