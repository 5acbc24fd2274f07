package uk.helpathand.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.helpathand.platform.outbox.Streams.owe;
import static uk.helpathand.platform.outbox.Streams.relay;
import static uk.helpathand.platform.outbox.Streams.row;

import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.application.Far;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestTraces;
import uk.helpathand.platform.fixture.TraceCollector.Taken;
import uk.helpathand.platform.outbox.OutboxHandler.Refused;
import uk.helpathand.platform.outbox.Streams.Book;
import uk.helpathand.platform.outbox.Streams.Effect;
import uk.helpathand.platform.outbox.Streams.HandClock;
import uk.helpathand.platform.outbox.Streams.Settings;
import uk.helpathand.platform.trace.Traces;

/** What becomes of one row, step by step. */
@QuarkusTest
class RelayTest extends HttpTest {

    private final HandClock clock = new HandClock();
    private final UUID stream = UUID.randomUUID();

    @Test
    void rows_of_a_stream_happen_in_order_and_go() {
        var book = new Book();
        owe(clock, stream, 3);
        owe(clock, stream, 1, 2);

        run(book);

        assertThat(book.sequences(stream)).containsExactly(1L, 2L, 3L);
        assertThat(count("outbox")).isZero();
    }

    @Test
    void a_row_that_must_wait_holds_its_stream_back_and_no_other() {
        UUID other = UUID.randomUUID();
        owe(clock, stream, 1, 2);
        owe(clock, other, 1, 2);
        var book = new Book(message -> {
            if (message.streamId.equals(stream) && message.sequence == 1 && message.attempts == 1) {
                throw new IllegalStateException("not yet");
            }
        });

        run(book);
        assertThat(book.lines()).containsExactly(other + " 1", other + " 2");
        assertThat(row(stream, 1, "last_failure")).isEqualTo("IllegalStateException");

        clock.pass(Duration.ofMillis(499));
        run(book);
        assertThat(book.sequences(stream)).isEmpty();
        clock.pass(Duration.ofMillis(1));
        run(book);
        assertThat(book.sequences(stream)).containsExactly(1L, 2L);
    }

    @Test
    void rows_behind_one_that_waits_are_not_due_before_it() {
        owe(clock, stream, 1, 2);

        run(new Book(message -> {
            throw new IllegalStateException("not yet");
        }));

        assertThat(row(stream, 2, "next_attempt_at")).isEqualTo(row(stream, 1, "next_attempt_at"));
        assertThat(row(stream, 2, "concat_ws(' ', attempts, last_failure)")).isEqualTo("0");
    }

    @Test
    void a_parked_row_lets_later_ones_pass_and_can_be_tried_again() {
        owe(clock, stream, 1, 2, 3);
        var book = new Book(message -> {
            if (message.sequence == 2 && message.attempts == 1) {
                throw new Refused("no such conversation");
            }
        });

        run(book);
        assertThat(book.sequences(stream)).containsExactly(1L, 3L);
        assertThat(row(stream, 2, "last_failure")).isEqualTo("no such conversation");
        assertThat(row(stream, 2, "parked_at")).isNotNull();

        UUID id = UUID.fromString(row(stream, 2, "id"));
        QuarkusTransaction.requiringNew().run(() -> OutboxMessage.unpark(id, clock.instant()));
        run(book);
        assertThat(book.sequences(stream)).containsExactly(1L, 3L, 2L);
        assertThat(count("outbox")).isZero();
    }

    @Test
    void what_a_crash_left_is_done_again_when_its_lease_has_run_out() {
        owe(clock, stream, 1, 2);
        var book = new Book();
        crashAfterEffect(book);

        run(book);
        assertThat(book.sequences(stream)).containsExactly(1L);
        clock.pass(Settings.BY_HAND.lease().minusMillis(1));
        run(book);
        assertThat(book.sequences(stream)).containsExactly(1L);
        clock.pass(Duration.ofMillis(1));
        run(book);

        assertThat(book.sequences(stream)).containsExactly(1L, 1L, 2L);
        assertThat(count("outbox")).isZero();
    }

    @Test
    void whoever_comes_back_after_its_lease_settles_nothing() {
        owe(clock, stream, 1, 2);
        OutboxMessage slow = claim();
        clock.pass(Settings.BY_HAND.lease());
        OutboxMessage heir = claim();
        assertThat(heir.id).isEqualTo(slow.id);

        QuarkusTransaction.requiringNew().run(slow::done);
        QuarkusTransaction.requiringNew().run(() -> slow.park("HTTP 404", clock.instant()));
        QuarkusTransaction.requiringNew().run(() -> slow.retryLater("HTTP 500", Duration.ZERO, clock.instant()));
        assertThat(row(stream, 1, "concat_ws(' ', attempts, parked_at, last_failure)"))
                .isEqualTo("2");

        QuarkusTransaction.requiringNew().run(heir::done);
        assertThat(row(stream, 1, "id")).isNull();
        assertThat(row(stream, 2, "id")).isNotNull();
    }

    @Test
    void an_attempt_is_traced_under_what_the_row_follows_from() {
        String parent = TestTraces.newParent();
        QuarkusTransaction.requiringNew()
                .run(() -> OutboxMessage.owe(Streams.KIND, stream, stream, 1, false, parent, clock.instant()));
        String[] within = new String[1];

        run(new Book(message -> {
            within[0] = Arc.container().instance(Traces.class).get().parent();
            throw new Refused("no such conversation");
        }));

        Taken span = TestTraces.only(taken -> parent.contains(taken.trace()));
        assertThat(span.name()).isEqualTo("outbox test-kind");
        assertThat("00-" + span.trace() + "-" + span.parent() + "-01").isEqualTo(parent);
        assertThat(within[0]).isEqualTo("00-" + span.trace() + "-" + span.id() + "-01");
        assertThat(span.failed()).isTrue();
        assertThat(span.attributes())
                .containsOnlyKeys("helpathand.subject", "helpathand.stream", "helpathand.attempt")
                .containsEntry("helpathand.subject", stream.toString())
                .containsEntry("helpathand.attempt", "1");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 405, 409, 410, 412, 415, 422})
    void a_refusal_for_good_is_parked(int status) {
        Far.answers(status);

        attempt(message -> Far.client().put("text"));

        assertThat(row(stream, 1, "concat_ws(' ', attempts, last_failure)")).isEqualTo("1 HTTP " + status);
        assertThat(row(stream, 1, "parked_at")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 304, 307, 401, 408, 425, 429, 500, 502, 503, 504})
    void a_refusal_that_passes_is_tried_again(int status) {
        Far.answers(status);

        attempt(message -> Far.client().put("text"));

        assertThat(row(stream, 1, "concat_ws(' ', attempts, last_failure)")).isEqualTo("1 HTTP " + status);
        assertThat(row(stream, 1, "parked_at")).isNull();
    }

    @Test
    void nobody_there_or_nobody_in_time_is_tried_again() {
        attempt(message -> Far.nobody().put("text"));
        assertThat(row(stream, 1, "last_failure")).isEqualTo("ProcessingException");
        assertThat(row(stream, 1, "parked_at")).isNull();

        Far.answersTooLate();
        clock.pass(Duration.ofMinutes(2));
        run(new Book(message -> Far.client().put("text")));
        assertThat(row(stream, 1, "attempts")).isEqualTo("2");
        assertThat(row(stream, 1, "parked_at")).isNull();
    }

    @Test
    void a_success_is_a_success() {
        for (int status : List.of(200, 201, 202, 204)) {
            Far.answers(status);
            attempt(message -> Far.client().put("text"));
            assertThat(count("outbox")).isZero();
        }
    }

    @Test
    void pauses_double_up_to_a_minute_and_go_on_for_ever() {
        owe(clock, stream, 1);
        var failing = new Book(message -> {
            throw new IllegalStateException();
        });
        for (long millis : new long[] {500, 1000, 2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000}) {
            run(failing);
            assertThat(row(stream, 1, "extract(epoch FROM next_attempt_at) * 1000"))
                    .startsWith("" + clock.instant().plusMillis(millis).toEpochMilli());
            clock.pass(Duration.ofMillis(millis));
        }
        TestDatabase.asOwner("UPDATE outbox SET attempts = 2000000");
        run(failing);
        clock.pass(Duration.ofMinutes(1));
        run(new Book());
        assertThat(count("outbox")).isZero();
    }

    @Test
    void what_is_urgent_goes_first_and_takes_along_what_stands_before_it_in_its_stream() {
        UUID first = UUID.randomUUID();
        owe(clock, first, 1, 2);
        clock.pass(Duration.ofSeconds(1));
        owe(clock, stream, 1);
        clock.pass(Duration.ofSeconds(1));
        Streams.oweUrgently(clock, stream, 2);
        owe(clock, stream, 3);
        var book = new Book();

        run(book);

        assertThat(book.lines())
                .containsExactly(stream + " 1", stream + " 2", first + " 1", first + " 2", stream + " 3");
    }

    @Test
    void what_is_urgent_and_failed_lets_the_others_go_and_is_first_again_when_its_pause_is_over() {
        UUID other = UUID.randomUUID();
        Streams.oweUrgently(clock, stream, 1);
        owe(clock, other, 1);
        var book = new Book(message -> {
            if (message.streamId.equals(stream) && message.attempts == 1) {
                throw new IllegalStateException("not yet");
            }
        });
        run(book);
        assertThat(book.lines()).containsExactly(other + " 1");

        owe(clock, other, 2);
        clock.pass(Duration.ofMinutes(2));
        run(book);

        assertThat(book.lines()).containsExactly(other + " 1", stream + " 1", other + " 2");
    }

    /** Else urgent ones that fail slowly and come again would have every worker. */
    @Test
    void a_worker_that_goes_by_time_takes_what_was_due_first() {
        UUID other = UUID.randomUUID();
        owe(clock, other, 1);
        clock.pass(Duration.ofSeconds(1));
        Streams.oweUrgently(clock, stream, 1);

        List<OutboxMessage> claimed = QuarkusTransaction.requiringNew()
                .call(() -> OutboxMessage.claim(1, clock.instant(), Duration.ofSeconds(30), false));

        assertThat(claimed).extracting(message -> message.streamId).containsExactly(other);
    }

    @Test
    void a_kind_that_only_a_newer_release_knows_waits_for_it() {
        owe(clock, stream, 1, 2);
        TestDatabase.asOwner("UPDATE outbox SET kind = 'made-next-year' WHERE sequence = 1");
        var book = new Book();

        run(book);

        assertThat(book.lines()).isEmpty();
        assertThat(row(stream, 1, "concat_ws(' ', attempts, parked_at)")).isEqualTo("1");
    }

    @Test
    void nothing_is_owed_outside_a_transaction_or_after_a_rollback() {
        assertThatThrownBy(() -> OutboxMessage.owe(Streams.KIND, stream, stream, 1, false, null, clock.instant()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    OutboxMessage.owe(Streams.KIND, stream, stream, 1, false, null, clock.instant());
                    throw new IllegalStateException("rolled back");
                }))
                .hasMessage("rolled back");

        assertThat(count("outbox")).isZero();
    }

    private void attempt(Effect effect) {
        owe(clock, stream, 1);
        run(new Book(effect));
    }

    /** Everything that is due, by one replica. */
    private void run(Book book) {
        var relay = relay(book, clock, Settings.BY_HAND);
        while (relay.workOnce()) {}
    }

    private OutboxMessage claim() {
        return QuarkusTransaction.requiringNew()
                .call(() -> OutboxMessage.claim(1, clock.instant(), Settings.BY_HAND.lease(), true))
                .get(0);
    }

    /** As after kill -9 between the effect and its settling. */
    private void crashAfterEffect(Book book) {
        try {
            book.handle(claim());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
