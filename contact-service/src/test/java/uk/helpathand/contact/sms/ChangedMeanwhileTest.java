package uk.helpathand.contact.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.platform.fixture.TestDatabase.asOwner;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.arc.ClientProxy;
import io.quarkus.mailer.MockMailbox;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.conversation.NumberHashes;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.fixture.FakeSmsProviders.Answer;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** What is changed or erased while a text or a notice by mail is held, or on its way: it ends, and nothing waits behind it for ever. */
@QuarkusTest
class ChangedMeanwhileTest {

    private static final String SAM = "sam@example.test";

    @Inject
    HeldTexts held;

    @Inject
    SendText sender;

    @Inject
    MockMailbox mailbox;

    @Inject
    CircuitBreakerMaintenance breakers;

    @Inject
    SmsConfig sms;

    @Inject
    TextsConfig texts;

    @Inject
    NumberHashes numbers;

    @Inject
    @Any
    Instance<SmsGateway> gateways;

    private TextsInPlay play;

    @BeforeEach
    void begin() {
        breakers.resetAll();
        play = new TextsInPlay();
        mailbox.clear();
        TextsInPlay.atLondon(LocalTime.NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reply_by = 'code'", "reply_by = 'text', email = NULL", "email = NULL"})
    void a_mailbox_that_is_not_safe_any_more_gets_no_notice(String wish) {
        UUID conversation = childAt(SAM);
        UUID reply = replyAtNight(conversation);
        asOwner("UPDATE conversation SET " + wish);

        morning();
        TextsInPlay.settled();

        assertThat(mailbox.getTotalMessagesSent()).isZero();
        assertThat(lastState(reply)).isEqualTo("refused not-by-text");
    }

    @Test
    void a_held_text_that_cannot_be_decided_about_keeps_no_other_back() {
        UUID broken = replyAtNight(texted("447700900124"));
        asOwner("UPDATE conversation SET safe_times = '{the-time-of-another-release}'");
        UUID reply = replyAtNight(texted("447700900125"));

        morning();
        Wait.until("went", () -> lastState(reply).startsWith("sent"));

        assertThat(lastState(broken)).startsWith("held");
    }

    /** Both have read the row before either may change it. */
    @Test
    void of_two_news_at_once_the_end_stands() throws Exception {
        UUID reply = TextsInPlay.reply(texted(TextsInPlay.CHILD), "hello", null);
        TextsInPlay.settled();
        String reference = play.answers().get(0).reference();
        asOwner("UPDATE outgoing_text SET state = 'sending' WHERE message_id = '" + reply + "'");
        var both = Executors.newFixedThreadPool(2);
        CompletableFuture<Void> failed;
        CompletableFuture<Void> sent;
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "owner", "owner");
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT id FROM conversation FOR UPDATE");
            failed = CompletableFuture.runAsync(() -> TextsInPlay.receipt(reference, "permanent-failure"), both);
            Wait.until("one waits", () -> waiting() == 1);
            sent = CompletableFuture.runAsync(() -> TextsInPlay.receipt(reference, "sending"), both);
            Wait.until("both wait", () -> waiting() == 2);
            connection.rollback();
        }
        failed.join();
        sent.join();
        both.shutdown();
        TextsInPlay.settled();

        assertThat(lastState(reply)).startsWith("not-delivered");
    }

    /** A phone that was off may tell of it days later. */
    @Test
    void news_of_a_text_after_its_conversation_was_erased_brings_no_number_back() {
        UUID conversation = texted(TextsInPlay.CHILD);
        TextsInPlay.reply(conversation, "hello", null);
        TextsInPlay.settled();
        String reference = play.answers().get(0).reference();
        erase(conversation, true);
        String keys = TestDatabase.ask("SELECT count(*) FROM data_key");

        TextsInPlay.receipt(reference, "delivered");

        assertThat(TestDatabase.ask("SELECT count(*) FROM provider_event WHERE kind = 'state:delivered'"))
                .isEqualTo("1");
        assertThat(TestDatabase.ask("SELECT count(*) FROM provider_event WHERE raw IS NOT NULL"))
                .isEqualTo("0");
        assertThat(TestDatabase.ask("SELECT count(*) FROM data_key")).isEqualTo(keys);
    }

    @Test
    void a_text_that_is_owed_when_its_conversation_is_erased_is_owed_no_more() {
        UUID conversation = texted(TextsInPlay.CHILD);
        owedBehindAProviderThatIsAway(conversation);

        erase(conversation, true);

        asOwner("UPDATE outbox SET next_attempt_at = now()");
        TextsInPlay.settled();
    }

    @Test
    void one_whose_words_are_erased_is_told_as_not_delivered_and_keeps_no_later_one_back() {
        UUID conversation = texted(TextsInPlay.CHILD);
        UUID reply = owedBehindAProviderThatIsAway(conversation);

        erase(conversation, false);

        asOwner("UPDATE outbox SET next_attempt_at = now()");
        TextsInPlay.settled();
        assertThat(lastState(reply)).isEqualTo("not-delivered erased");
        breakers.resetAll();
        play.takesAll();
        UUID later = TextsInPlay.reply(conversation, "hello again", null);
        TextsInPlay.settled();
        assertThat(lastState(later)).startsWith("sent");
    }

    @Test
    void where_nobody_sends_texts_staff_are_told_so() {
        SendText real = ClientProxy.unwrap(sender);
        ServiceNumbers ours = real.serviceNumbers;
        UUID conversation = texted(TextsInPlay.CHILD);
        try {
            real.serviceNumbers = new ServiceNumbers(sms, texts, numbers, gateways) {
                @Override
                Collection<SmsGateway> gateways() {
                    return List.of();
                }
            };
            UUID reply = TextsInPlay.reply(conversation, "hello", null);
            TextsInPlay.settled();

            assertThat(lastState(reply)).isEqualTo("not-delivered no-provider");
        } finally {
            real.serviceNumbers = ours;
        }
    }

    private UUID owedBehindAProviderThatIsAway(UUID conversation) {
        FakeSmsProviders.answers(call -> Answer.of(503, "{}"));
        UUID reply = TextsInPlay.reply(conversation, "hello", null);
        Wait.until("owed", () -> TextsInPlay.count("outbox where kind = 'text' and last_failure is not null") == 1);
        Wait.until("told", () -> TextsInPlay.count("outbox") == 1);
        return reply;
    }

    private static void erase(UUID conversation, boolean whole) {
        given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType("application/json")
                .body(Map.of("messagesHeld", 1, "whole", whole))
                .put("/v1/conversations/" + conversation + "/erasure")
                .then()
                .statusCode(204);
    }

    private static UUID replyAtNight(UUID conversation) {
        TextsInPlay.atLondon(LocalTime.of(23, 0));
        UUID reply = TextsInPlay.reply(conversation, "about your placement", null);
        TextsInPlay.settled();
        assertThat(lastState(reply)).startsWith("held");
        return reply;
    }

    private void morning() {
        TextsInPlay.atLondon(LocalTime.of(9, 0));
        asOwner("UPDATE outgoing_text SET held_until = now() - interval '1 day' WHERE state = 'held'");
        held.release();
    }

    private static long waiting() {
        return Long.parseLong(ask("SELECT count(*) FROM pg_locks WHERE NOT granted"));
    }

    private static String lastState(UUID reply) {
        var state = TextsInPlay.lastState(reply);
        return state.getString("state") + " "
                + (state.getString("failure") == null ? state.getString("rule") : state.getString("failure"));
    }

    private static UUID texted(String number) {
        TextsInPlay.atLondon(LocalTime.NOON);
        TextsInPlay.text(number, "hello?");
        TextsInPlay.settled();
        return TextsInPlay.conversation();
    }

    private static UUID childAt(String email) {
        return TextsInPlay.onTheWeb(new SafeContact(1, ReplyBy.EMAIL, null, null, email, List.of(), null));
    }
}
