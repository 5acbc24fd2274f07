package uk.helpathand.contact.sms.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.fixture.FakeSmsProviders.Answer;
import uk.helpathand.contact.fixture.FakeSmsProviders.Call;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.contact.sms.Accepted;
import uk.helpathand.contact.sms.ClockAhead;
import uk.helpathand.contact.sms.ReceivedPage;
import uk.helpathand.contact.sms.SmsAmbiguous;
import uk.helpathand.contact.sms.SmsRefused;
import uk.helpathand.contact.sms.SmsRefused.Kind;
import uk.helpathand.contact.sms.SmsUnavailable;
import uk.helpathand.contact.sms.TextState;
import uk.helpathand.contact.sms.TextToSend;
import uk.helpathand.platform.fixture.Canary;

/** The adapter against Notify over real HTTP: what is sent, and what each way of failing is taken for. */
@QuarkusTest
class NotifyGatewayTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TextToSend TEXT = new TextToSend(
            UUID.fromString("0190a0c4-0000-7000-8000-000000000001"),
            FakeSmsProviders.NOTIFY_NUMBER,
            "+447700900123",
            "we got your message 😊 \ud83d",
            Instant.parse("2026-11-28T12:00:00Z"));

    @Inject
    NotifySmsGateway gateway;

    @Inject
    MeterRegistry metrics;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    @AfterEach
    void closeBreakers() {
        breakers.resetAll();
    }

    @Test
    void a_text_goes_out_with_our_reference_and_a_token_of_now() throws Exception {
        FakeSmsProviders.answers(call -> Answer.of(201, "{\"id\": \"740e5834\", \"reference\": \"x\"}"));
        Accepted accepted = gateway.send(TEXT);

        assertThat(accepted.providerId()).isEqualTo("740e5834");
        assertThat(accepted.state()).isEqualTo(TextState.ACCEPTED);
        assertThat(accepted.at()).isBetween(Instant.now().minusSeconds(10), Instant.now());

        Call call = FakeSmsProviders.calls().get(0);
        assertThat(call.method() + " " + call.path()).isEqualTo("POST /v2/notifications/sms");
        assertThat(call.contentType()).startsWith("application/json");
        JsonNode body = JSON.readTree(call.body());
        assertThat(body.path("phone_number").asText()).isEqualTo("+447700900123");
        assertThat(body.path("template_id").asText()).isEqualTo(FakeSmsProviders.NOTIFY_TEMPLATE);
        assertThat(body.path("sms_sender_id").asText()).isEqualTo(FakeSmsProviders.NOTIFY_SENDER);
        assertThat(body.path("reference").asText()).isEqualTo(TEXT.reference().toString());
        assertThat(body.path("personalisation").path("message").asText()).isEqualTo(TEXT.body());
        JsonNode claims = claims(call);
        assertThat(claims.path("iss").asText()).isEqualTo(FakeSmsProviders.NOTIFY_SERVICE);
        assertThat(Instant.ofEpochSecond(claims.path("iat").asLong()))
                .isBetween(Instant.now().minusSeconds(10), Instant.now());
    }

    @Test
    void what_is_wrong_with_the_text_is_a_refusal() {
        FakeSmsProviders.answers(call -> Answer.of(
                400,
                "{\"status_code\": 400, \"errors\": [{\"error\": \"ValidationError\", \"message\":"
                        + " \"phone_number Not a UK mobile number\"}]}"));
        SmsRefused refused = catchThrowableOfType(SmsRefused.class, () -> gateway.send(TEXT));
        assertThat(refused.kind()).isEqualTo(Kind.NOT_A_PHONE);
        assertThat(refused.code()).isEqualTo("ValidationError");
    }

    @Test
    void what_was_not_taken_may_be_sent_again() {
        for (int status : new int[] {302, 401, 403, 404, 429, 500, 503}) {
            FakeSmsProviders.answers(call -> Answer.of(status, "{}"));
            assertThatThrownBy(() -> gateway.send(TEXT)).as("%s", status).isInstanceOf(SmsUnavailable.class);
            breakers.resetAll();
        }
        FakeSmsProviders.answers(call -> new Answer(429, "{}", Map.of("Retry-After", "17")));
        assertThat(catchThrowableOfType(SmsUnavailable.class, () -> gateway.send(TEXT))
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(17));
    }

    @Test
    void without_a_connection_nothing_has_gone() {
        FakeSmsProviders.answers(call -> Answer.of(201, "{\"id\": \"1\"}"));
        FakeSmsProviders.close();
        try {
            // On a connection that was open before, the first call cannot know.
            Wait.until("no connection", () -> {
                breakers.resetAll();
                Exception failure = catchThrowableOfType(Exception.class, () -> gateway.send(TEXT));
                return failure instanceof SmsUnavailable && failure.getMessage().equals("no connection");
            });
        } finally {
            FakeSmsProviders.open();
        }
    }

    @Test
    void when_the_answer_never_comes_or_makes_no_sense_nobody_can_tell() {
        for (Answer lost : new Answer[] {
            Answer.SILENCE,
            Answer.BROKEN,
            Answer.of(502, ""),
            Answer.of(504, "{}"),
            Answer.of(201, "<html>"),
            Answer.of(201, ""),
            Answer.of(201, "{\"id\": null}")
        }) {
            FakeSmsProviders.answers(call -> lost);
            assertThatThrownBy(() -> gateway.send(TEXT)).as("%s", lost).isInstanceOf(SmsAmbiguous.class);
            assertThat(FakeSmsProviders.calls()).as("sent once").hasSize(1);
            breakers.resetAll();
        }
    }

    @Test
    void an_answer_that_never_ends_is_not_waited_for() {
        FakeSmsProviders.answers(call -> Answer.DRIP);
        assertThatThrownBy(() -> gateway.send(TEXT)).isInstanceOf(SmsAmbiguous.class);
        assertThatThrownBy(() -> gateway.find(TEXT)).isInstanceOf(SmsUnavailable.class);
        assertThatThrownBy(() -> gateway.received(Instant.EPOCH, null)).isInstanceOf(SmsUnavailable.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        FakeSmsProviders.answers(call -> Answer.BROKEN);
    }

    @Test
    void a_text_is_found_by_our_reference() throws Exception {
        FakeSmsProviders.answers(call -> Answer.of(
                200,
                "{\"notifications\": [{\"id\": \"9\", \"reference\": \"%s\", \"status\": \"sending\", \"created_at\":"
                                .formatted(TEXT.reference())
                        + " \"2026-11-28T12:00:01.000000Z\"}], \"links\": {}}"));
        assertThat(gateway.find(TEXT))
                .contains(new Accepted("9", TextState.SENDING, Instant.parse("2026-11-28T12:00:01Z")));
        Call call = FakeSmsProviders.calls().get(0);
        assertThat(call.method() + " " + call.path() + "?" + call.query())
                .isEqualTo("GET /v2/notifications?reference=" + TEXT.reference());

        FakeSmsProviders.answers(call2 -> Answer.of(200, "{\"notifications\": []}"));
        assertThat(gateway.find(TEXT)).isEmpty();
    }

    @Test
    void while_nobody_can_say_the_text_is_not_taken_for_unknown() {
        for (Answer lost : new Answer[] {
            Answer.SILENCE, Answer.BROKEN, Answer.of(500, "{}"), Answer.of(200, "{}"), Answer.of(403, "{}")
        }) {
            FakeSmsProviders.answers(call -> lost);
            assertThatThrownBy(() -> gateway.find(TEXT)).as("%s", lost).isInstanceOf(SmsUnavailable.class);
            assertThatThrownBy(() -> gateway.received(Instant.EPOCH, null))
                    .as("%s", lost)
                    .isInstanceOf(SmsUnavailable.class);
            breakers.resetAll();
        }
    }

    @Test
    void received_texts_come_page_by_page_until_they_are_too_old() throws Exception {
        FakeSmsProviders.answers(call -> Answer.of(
                200,
                call.query() == null
                        ? page(item("c", "2026-11-28T12:00:00Z"), item("b", "2026-11-28T11:00:00Z"))
                        : call.query().equals("older_than=b") ? page(item("a", "2026-11-20T11:00:00Z")) : page()));
        Instant since = Instant.parse("2026-11-21T12:00:00Z");

        ReceivedPage first = gateway.received(since, null);
        assertThat(first.texts()).extracting("providerId").containsExactly("c", "b");
        assertThat(first.texts().get(0).from()).isEqualTo("447700900123");
        assertThat(first.texts().get(0).to()).isEqualTo("07700900801");
        assertThat(first.texts().get(0).body()).isEqualTo("half \ud83d");
        assertThat(new String(first.texts().get(0).raw(), StandardCharsets.US_ASCII))
                .contains("\"half \\uD83D\"");
        assertThat(first.next()).isEqualTo("b");
        assertThat(gateway.received(since, "b").next())
                .as("older than asked for")
                .isNull();
        assertThat(gateway.received(Instant.EPOCH, "b").next()).isEqualTo("a");
        assertThat(gateway.received(Instant.EPOCH, "a")).isEqualTo(new ReceivedPage(java.util.List.of(), null));
    }

    @Test
    void after_many_failures_nothing_is_asked_for_a_while_and_refusals_are_none() {
        FakeSmsProviders.answers(call -> Answer.of(400, "{}"));
        for (int i = 0; i < 25; i++) {
            assertThatThrownBy(() -> gateway.send(TEXT)).isInstanceOf(SmsRefused.class);
        }
        FakeSmsProviders.answers(call -> Answer.of(500, "{}"));
        for (int i = 0; i < 25; i++) {
            assertThatThrownBy(() -> gateway.send(TEXT)).isInstanceOf(SmsUnavailable.class);
        }
        assertThat(FakeSmsProviders.calls()).hasSizeLessThan(12);
    }

    @Test
    void the_clock_of_the_provider_is_heard_even_from_a_refusal() {
        // A text of another test may be answered in between, and its answer has a clock of its own.
        Wait.until("ahead is positive", () -> {
            ClockAhead.of("notify", Duration.ofSeconds(31));
            return drift() > 30 && drift() < 33;
        });
        FakeSmsProviders.answers(call -> Answer.of(403, "{}"));
        assertThatThrownBy(() -> gateway.send(TEXT)).isInstanceOf(SmsUnavailable.class);
        assertThat(drift()).isBetween(-3.0, 3.0);
    }

    @Test
    void no_failure_tells_the_number_or_the_words() {
        var text = new TextToSend(TEXT.reference(), TEXT.from(), "+447700900461", Canary.SENTENCE, TEXT.firstTriedAt());
        try (Canary canary = Canary.watch()) {
            for (Answer answer : new Answer[] {
                Answer.of(400, "{\"errors\": [{\"error\": \"" + Canary.NAME + "\", \"message\": \"+447700900461\"}]}"),
                Answer.of(500, Canary.SENTENCE),
                Answer.of(201, Canary.SENTENCE),
                Answer.BROKEN,
                Answer.SILENCE
            }) {
                FakeSmsProviders.answers(call -> answer);
                Throwable failure = catchThrowableOfType(Exception.class, () -> gateway.send(text));
                for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
                    canary.sees("a failure", cause.toString());
                }
            }
            canary.sees("a text", text.toString());
            canary.assertSilent();
        }
    }

    private double drift() {
        return metrics.get("helpathand.sms.clock.drift")
                .tag("provider", "notify")
                .gauge()
                .value();
    }

    private static String page(String... items) {
        return "{\"received_text_messages\": [" + String.join(",", items) + "], \"links\": {}}";
    }

    private static String item(String id, String at) {
        return "{\"id\": \"%s\", \"created_at\": \"%s\", \"service_id\": \"s\", \"notify_number\": \"07700900801\","
                        .formatted(id, at)
                + " \"user_number\": \"447700900123\", \"content\": \"half \\ud83d\"}";
    }

    private static JsonNode claims(Call call) throws Exception {
        String[] parts = call.authorization().substring("Bearer ".length()).split("\\.");
        return JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
    }
}
