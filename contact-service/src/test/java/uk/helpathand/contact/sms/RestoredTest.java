package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.fixture.FakeSmsProviders.Answer;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.TestDatabase;

/** A database that was restored owes texts that have gone, and does not know of it: nobody is texted twice. */
@QuarkusTest
class RestoredTest {

    @Inject
    HeldTexts held;

    @Inject
    CircuitBreakerMaintenance breakers;

    private final AtomicInteger posts = new AtomicInteger();
    private final AtomicInteger questions = new AtomicInteger();
    private UUID child;

    @BeforeEach
    void aChildHasTexted() {
        breakers.resetAll();
        new TextsInPlay();
        TextsInPlay.atLondon(LocalTime.NOON);
        TextsInPlay.text(TextsInPlay.CHILD, "hello?");
        TextsInPlay.settled();
        child = TextsInPlay.conversation();
    }

    @Test
    void what_its_provider_knows_from_before_the_database_started_is_not_sent_again() {
        provider("delivered");
        UUID reply = TextsInPlay.reply(madeYesterday(), child, "hello", null);
        TextsInPlay.settled();

        assertThat(posts).hasValue(0);
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("delivered");
    }

    @Test
    void nor_is_what_was_held_over_night() {
        provider("delivered");
        TextsInPlay.atLondon(LocalTime.of(23, 0));
        UUID reply = TextsInPlay.reply(madeYesterday(), child, "hello", null);
        TextsInPlay.settled();
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("held");

        TextsInPlay.atLondon(LocalTime.NOON);
        TestDatabase.asOwner("update outgoing_text set held_until = now() - interval '1 day' where state = 'held'");
        held.release();
        TextsInPlay.settled();

        assertThat(posts).hasValue(0);
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("delivered");
    }

    @Test
    void what_nobody_knows_goes_once() {
        provider(null);
        UUID reply = TextsInPlay.reply(madeYesterday(), child, "hello", null);
        TextsInPlay.settled();

        assertThat(questions).hasValue(1);
        assertThat(posts).hasValue(1);
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("sent");
    }

    /** Else the second question would be for what went since the first. */
    @Test
    void a_question_that_was_not_answered_is_asked_again_of_the_time_since_the_text_was_made() {
        FakeSmsProviders.answers(call -> Answer.of(503, "{}"));
        UUID yesterday = madeYesterday();
        UUID reply = TextsInPlay.reply(yesterday, child, "hello", null);
        Wait.until("waits", () -> TextsInPlay.count("outbox where last_failure is not null") == 1);
        assertThat(TextsInPlay.count("outgoing_text where tried_at < now() - interval '23 hours'"))
                .isEqualTo(1);

        breakers.resetAll();
        provider("delivered");
        TestDatabase.asOwner("update outbox set next_attempt_at = now()");
        TextsInPlay.settled();

        assertThat(posts).hasValue(0);
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("delivered");
    }

    @Test
    void a_text_of_today_costs_no_question() {
        provider(null);
        TextsInPlay.reply(made(Instant.now()), child, "hello", null);
        TextsInPlay.settled();

        assertThat(questions).hasValue(0);
        assertThat(posts).hasValue(1);
    }

    /** @param knows the state of the text that is asked about; null where there is none */
    private void provider(String knows) {
        FakeSmsProviders.answers(call -> {
            if (call.method().equals("POST")) {
                posts.incrementAndGet();
                return Answer.of(201, "{\"id\": \"p-2\"}");
            }
            questions.incrementAndGet();
            return knows == null ? TextsInPlay.unknown() : TextsInPlay.known(call, knows);
        });
    }

    private static UUID madeYesterday() {
        return made(Instant.now().minus(Duration.ofDays(1)));
    }

    /** As case-service makes the ids of messages: the first 48 bits tell when. */
    private static UUID made(Instant at) {
        UUID random = UUID.randomUUID();
        return new UUID(
                at.toEpochMilli() << 16 | 0x7000 | random.getMostSignificantBits() & 0xfff,
                random.getLeastSignificantBits());
    }
}
