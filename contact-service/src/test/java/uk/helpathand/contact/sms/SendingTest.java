package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.fixture.FakeSmsProviders.Answer;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.TestDatabase;

/** What of an answer leaves the house, when, and how far it gets (STANDARDS 1.5, traps 8, 9, 13, 37). */
@QuarkusTest
class SendingTest {

    @Inject
    HeldTexts held;

    @Inject
    MockMailbox mailbox;

    @Inject
    CircuitBreakerMaintenance breakers;

    private TextsInPlay play;

    @BeforeEach
    void begin() {
        breakers.resetAll();
        play = new TextsInPlay();
        mailbox.clear();
        at(12);
    }

    @Test
    void to_a_child_who_began_by_text_the_words_go_out_folded() {
        UUID conversation = texted();
        UUID reply = TextsInPlay.reply(conversation, "we’ll call you – soon", null);
        TextsInPlay.settled();
        assertThat(play.answers()).extracting(TextsInPlay.Sent::words).containsExactly("we'll call you - soon");
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("sent");
    }

    @Test
    void states_only_go_forward_and_a_word_nobody_knows_changes_nothing() {
        UUID conversation = texted();
        UUID reply = TextsInPlay.reply(conversation, "hello", null);
        TextsInPlay.settled();
        String reference = play.answers().get(0).reference();
        for (String status : List.of("delivered", "sending", "read_by_robot", "permanent-failure", "delivered")) {
            TextsInPlay.receipt(reference, status);
        }
        TextsInPlay.settled();
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("delivered");
        assertThat(TextsInPlay.count("provider_event where kind like 'state:%'"))
                .isEqualTo(4);
    }

    /** While a provider is away staff would otherwise see nothing at all. */
    @Test
    void staff_see_that_a_text_is_on_its_way_before_its_provider_has_it() {
        UUID conversation = texted();
        FakeSmsProviders.answers(call -> Answer.of(503, "{}"));
        UUID reply = TextsInPlay.reply(conversation, "hello", null);

        Wait.until("on its way", () -> !FakeCaseService.calls("/messages/" + reply + "/delivery")
                .isEmpty());
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("sending");
    }

    @Test
    void a_text_that_will_not_arrive_is_told_to_staff() {
        UUID conversation = texted();
        UUID reply = TextsInPlay.reply(conversation, "hello", null);
        TextsInPlay.settled();
        TextsInPlay.receipt(play.answers().get(0).reference(), "permanent-failure");
        TextsInPlay.settled();
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("not-delivered");
    }

    @Test
    void to_a_child_of_the_web_a_text_says_only_that_there_is_an_answer() {
        UUID conversation = TextsInPlay.onTheWeb(
                new SafeContact(1, ReplyBy.TEXT, "07700 900456", NumberIs.MINE, null, List.of(), null));
        TextsInPlay.reply(conversation, "about your placement", null);
        TextsInPlay.settled();
        assertThat(play.sent).hasSize(1);
        assertThat(play.sent.get(0).words()).isEqualTo(TextsInPlay.config("helpathand.safe-contact.notice.en"));
        assertThat(play.sent.get(0).to()).isEqualTo("+447700900456");
    }

    @Test
    void cover_words_stand_in_its_place_and_the_words_themselves_where_the_child_chose_it() {
        UUID covered = TextsInPlay.onTheWeb(new SafeContact(
                1,
                ReplyBy.TEXT,
                "07700 900456",
                NumberIs.MINE,
                null,
                List.of(),
                null,
                "your book is in",
                null,
                null,
                null));
        TextsInPlay.reply(covered, "about your placement", null);
        TextsInPlay.settled();
        UUID open = TextsInPlay.onTheWeb(new SafeContact(
                1, ReplyBy.TEXT, "07700 900457", NumberIs.MINE, null, List.of(), null, null, null, true, null));
        TextsInPlay.reply(open, "come at noon", null);
        TextsInPlay.settled();
        assertThat(play.sent).extracting(TextsInPlay.Sent::words).containsExactly("your book is in", "come at noon");
    }

    @Test
    void who_chose_the_code_or_gave_a_phone_of_somebody_else_gets_no_text() {
        TextsInPlay.reply(
                TextsInPlay.onTheWeb(new SafeContact(1, ReplyBy.CODE, null, null, null, List.of(), null)), "one", null);
        UUID others = TextsInPlay.onTheWeb(
                new SafeContact(1, ReplyBy.TEXT, "07700 900456", NumberIs.SOMEONE_ELSE, null, List.of(), null));
        UUID refused = TextsInPlay.reply(others, "two", null);
        TextsInPlay.settled();
        assertThat(play.sent).isEmpty();
        assertThat(TextsInPlay.lastState(refused).getString("rule")).isEqualTo("someone-elses-phone");
    }

    @Test
    void at_night_a_text_waits_until_morning_unless_a_lead_says_otherwise() {
        UUID conversation = texted();
        at(23);
        UUID reply = TextsInPlay.reply(conversation, "hello", null);
        TextsInPlay.settled();
        held.release();
        TextsInPlay.settled();
        assertThat(play.answers()).isEmpty();
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("held");
        assertThat(TextsInPlay.lastState(reply).getString("rule")).isEqualTo("outside-hours");
        assertThat(TextsInPlay.lastState(reply).getString("heldUntil")).isNotNull();
        TextsInPlay.reply(conversation, "now", "outside-hours");
        TextsInPlay.settled();
        assertThat(play.answers()).extracting(TextsInPlay.Sent::words).containsExactly("now");
        TestDatabase.asOwner("update outgoing_text set held_until = now() where state = 'held'");
        at(9);
        TestDatabase.asOwner("update outgoing_text set held_until = now() - interval '1 day' where state = 'held'");
        held.release();
        TextsInPlay.settled();
        assertThat(play.answers()).hasSize(2);
    }

    @Test
    void an_answer_that_never_came_is_looked_up_and_nobody_is_texted_twice() {
        UUID conversation = texted();
        var posts = new AtomicInteger();
        FakeSmsProviders.answers(call -> {
            if (call.method().equals("POST")) {
                posts.incrementAndGet();
                return Answer.BROKEN;
            }
            return TextsInPlay.known(call, "delivered");
        });
        UUID reply = TextsInPlay.reply(conversation, "hello", null);
        Wait.until("tried", () -> posts.get() == 1);
        Wait.until("waits", () -> TextsInPlay.count("outbox where last_failure is not null") == 1);
        TestDatabase.asOwner("update outbox set next_attempt_at = now()");
        TextsInPlay.settled();
        assertThat(posts.get()).isEqualTo(1);
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("delivered");
    }

    @Test
    void what_the_provider_does_not_know_is_sent_once_more() {
        UUID conversation = texted();
        var posts = new AtomicInteger();
        FakeSmsProviders.answers(call -> {
            if (!call.method().equals("POST")) {
                return TextsInPlay.unknown();
            }
            return posts.incrementAndGet() == 1 ? Answer.BROKEN : Answer.of(201, "{\"id\": \"p-2\"}");
        });
        TextsInPlay.reply(conversation, "hello", null);
        Wait.until("waits", () -> TextsInPlay.count("outbox where last_failure is not null") == 1);
        TestDatabase.asOwner("update outbox set next_attempt_at = now()");
        TextsInPlay.settled();
        assertThat(posts.get()).isEqualTo(2);
    }

    /** Hours may lie between the tries, and the phone may be another's by now. */
    @ParameterizedTest
    @ValueSource(strings = {"number_is = 'someone-else'", "texts_stopped_at = now()"})
    void what_the_provider_does_not_know_is_not_sent_once_more_against_the_rules(String changed) {
        UUID conversation = texted();
        FakeSmsProviders.answers(call -> call.method().equals("POST") ? Answer.BROKEN : TextsInPlay.unknown());
        UUID reply = TextsInPlay.reply(conversation, "hello", null);
        Wait.until("waits", () -> TextsInPlay.count("outbox where last_failure is not null") == 1);
        var posts = new AtomicInteger();
        FakeSmsProviders.answers(call -> {
            if (!call.method().equals("POST")) {
                return TextsInPlay.unknown();
            }
            posts.incrementAndGet();
            return Answer.of(201, "{\"id\": \"p-2\"}");
        });

        TestDatabase.asOwner("update conversation set " + changed + " where id = '" + conversation + "'");
        TestDatabase.asOwner("update outbox set next_attempt_at = now()");
        TextsInPlay.settled();

        assertThat(posts.get()).isZero();
        assertThat(TextsInPlay.lastState(reply).getString("state")).isEqualTo("refused");
    }

    @Test
    void too_many_is_tried_again_after_the_time_that_was_asked_for() {
        UUID conversation = texted();
        FakeSmsProviders.answers(call -> new Answer(429, "{}", java.util.Map.of("Retry-After", "300")));
        TextsInPlay.reply(conversation, "hello", null);
        Wait.until(
                "waits", () -> TextsInPlay.count("outbox where next_attempt_at > now() + interval '200 seconds'") == 1);
    }

    @Test
    void an_answer_by_machine_that_is_late_does_not_go() {
        TextsInPlay.text(
                UUID.randomUUID().toString(),
                TextsInPlay.CHILD,
                "hi",
                java.time.Instant.now().minusSeconds(700));
        TextsInPlay.settled();
        assertThat(play.sent).isEmpty();
    }

    @Test
    void by_mail_goes_only_the_notice() {
        UUID conversation = TextsInPlay.onTheWeb(
                new SafeContact(1, ReplyBy.EMAIL, null, null, "sam@example.test", List.of(), null));
        TextsInPlay.reply(conversation, "about your placement", null);
        TextsInPlay.settled();
        assertThat(mailbox.getMailsSentTo("sam@example.test")).hasSize(1);
        var mail = mailbox.getMailsSentTo("sam@example.test").get(0);
        assertThat(mail.getText()).isEqualTo(TextsInPlay.config("helpathand.safe-contact.notice.en"));
        assertThat(mail.getSubject()).doesNotContain("Help at Hand");
    }

    private void at(int hour) {
        TextsInPlay.atLondon(LocalTime.of(hour, 0));
    }

    private static UUID texted() {
        TextsInPlay.text(TextsInPlay.CHILD, "hello?");
        TextsInPlay.settled();
        return TextsInPlay.conversation();
    }
}
