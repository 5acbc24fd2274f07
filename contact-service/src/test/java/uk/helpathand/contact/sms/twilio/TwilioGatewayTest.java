package uk.helpathand.contact.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
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

/** The adapter against Twilio over real HTTP: what is sent, and what each way of failing is taken for. */
@QuarkusTest
class TwilioGatewayTest {

    private static final String MESSAGES = "/2010-04-01/Accounts/" + FakeSmsProviders.TWILIO_SID + "/Messages.json";
    private static final TextToSend TEXT = new TextToSend(
            UUID.fromString("0190a0c4-0000-7000-8000-000000000001"),
            FakeSmsProviders.TWILIO_NUMBER,
            "+447700900123",
            "we got it & kept it 😊 100%",
            Instant.parse("2026-11-28T12:00:00.700Z"));

    @Inject
    TwilioSmsGateway gateway;

    @Inject
    CircuitBreakerMaintenance breakers;

    @BeforeEach
    @AfterEach
    void closeBreakers() {
        breakers.resetAll();
    }

    @Test
    void a_text_goes_out_and_its_news_are_told_to_an_address_with_our_reference() throws Exception {
        FakeSmsProviders.answers(
                call -> Answer.of(201, "{\"sid\": \"SM1\", \"status\": \"queued\", \"error_code\": null}"));
        Accepted accepted = gateway.send(TEXT);
        assertThat(accepted.providerId()).isEqualTo("SM1");
        assertThat(accepted.state()).isEqualTo(TextState.ACCEPTED);

        Call call = FakeSmsProviders.calls().get(0);
        assertThat(call.method() + " " + call.path()).isEqualTo("POST " + MESSAGES);
        assertThat(call.contentType()).startsWith("application/x-www-form-urlencoded");
        assertThat(new String(Base64.getDecoder().decode(call.authorization().substring(6)), StandardCharsets.UTF_8))
                .isEqualTo(FakeSmsProviders.TWILIO_SID + ":" + FakeSmsProviders.TWILIO_TOKEN);
        TwilioForm form = TwilioForm.of(call.body().getBytes(StandardCharsets.UTF_8));
        assertThat(form.names()).containsExactlyInAnyOrder("From", "To", "Body", "StatusCallback");
        assertThat(form.text("From")).isEqualTo(FakeSmsProviders.TWILIO_NUMBER);
        assertThat(form.text("To")).isEqualTo("+447700900123");
        assertThat(form.text("Body")).isEqualTo(TEXT.body());
        assertThat(form.text("StatusCallback"))
                .isEqualTo("https://help.example.test/texts/webhooks/sms/twilio/status?reference=" + TEXT.reference());
    }

    @Test
    void an_opt_out_is_told_apart_from_what_is_no_phone() {
        FakeSmsProviders.answers(call -> Answer.of(400, "{\"code\": 21610, \"message\": \"no\", \"status\": 400}"));
        SmsRefused refused = catchThrowableOfType(SmsRefused.class, () -> gateway.send(TEXT));
        assertThat(refused.kind()).isEqualTo(Kind.OPTED_OUT);
        assertThat(refused.code()).isEqualTo("21610");
        FakeSmsProviders.answers(call -> Answer.of(400, "{\"code\": 21211}"));
        assertThat(catchThrowableOfType(SmsRefused.class, () -> gateway.send(TEXT))
                        .kind())
                .isEqualTo(Kind.NOT_A_PHONE);
    }

    @Test
    void what_was_not_taken_may_be_sent_again() {
        for (int status : new int[] {302, 401, 403, 404, 503}) {
            FakeSmsProviders.answers(call -> Answer.of(status, "{}"));
            assertThatThrownBy(() -> gateway.send(TEXT)).as("%s", status).isInstanceOf(SmsUnavailable.class);
            breakers.resetAll();
        }
        FakeSmsProviders.answers(call -> new Answer(429, "{\"code\": 20429}", Map.of("Retry-After", "3")));
        assertThat(catchThrowableOfType(SmsUnavailable.class, () -> gateway.send(TEXT))
                        .retryAfter())
                .isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void when_the_answer_never_comes_or_makes_no_sense_nobody_can_tell() {
        for (Answer lost : new Answer[] {
            Answer.SILENCE, Answer.BROKEN, Answer.of(500, "{}"), Answer.of(502, ""), Answer.of(201, "<html>")
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
    void a_text_is_found_by_its_words_and_numbers_since_the_first_try() throws Exception {
        FakeSmsProviders.answers(call -> Answer.of(
                200,
                list(
                        null,
                        sent("SM5", TEXT.to(), "other words", "Sat, 28 Nov 2026 12:00:02 +0000"),
                        sent("SM4", "+447700900124", TEXT.body(), "Sat, 28 Nov 2026 12:00:02 +0000"),
                        sent("SM3", TEXT.to(), TEXT.body(), "Sat, 28 Nov 2026 12:00:09 +0000"),
                        sent("SM2", TEXT.to(), TEXT.body(), "Sat, 28 Nov 2026 12:00:00 +0000"),
                        sent("SM1", TEXT.to(), TEXT.body(), "Sat, 28 Nov 2026 11:59:00 +0000"))));
        assertThat(gateway.find(TEXT))
                .contains(new Accepted("SM2", TextState.ACCEPTED, Instant.parse("2026-11-28T12:00:00Z")));
        TwilioForm query = TwilioForm.of(FakeSmsProviders.calls().get(0).query().getBytes(StandardCharsets.UTF_8));
        assertThat(query.text("To")).isEqualTo(TEXT.to());
        assertThat(query.text("From")).isEqualTo(TEXT.from());
        assertThat(query.names()).doesNotContain("DateSent>");

        FakeSmsProviders.answers(call -> Answer.of(200, list(null)));
        assertThat(gateway.find(TEXT)).isEmpty();
    }

    @Test
    void a_text_is_found_though_our_clock_is_a_minute_ahead() throws Exception {
        FakeSmsProviders.answers(call ->
                Answer.of(200, list(null, sent("SM1", TEXT.to(), TEXT.body(), "Sat, 28 Nov 2026 11:59:01 +0000"))));
        // A text of another test may be answered in between, and its answer has a clock of its own.
        Wait.until("it is found", () -> {
            ClockAhead.of("twilio", Duration.ofMinutes(1));
            return gateway.find(TEXT).isPresent();
        });
        // That answer has told the right time.
        assertThat(gateway.find(TEXT)).isEmpty();
    }

    @Test
    void while_nobody_can_say_the_text_is_not_taken_for_unknown() {
        for (Answer lost : new Answer[] {
            Answer.SILENCE, Answer.BROKEN, Answer.of(500, "{}"), Answer.of(200, "{}"), Answer.of(401, "{}")
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
    void received_texts_come_page_by_page_and_only_from_the_address_we_know() throws Exception {
        String next = "https://elsewhere.example.test/steal?To=%2B447700900802&DateSent%3E=2026-11-21T12%3A00%3A00Z"
                + "&PageSize=250&Page=1&PageToken=PASM%2B1";
        FakeSmsProviders.answers(call -> Answer.of(
                200,
                call.query().contains("PageToken")
                        ? list(null, inbound("SM1"))
                        : list(
                                next,
                                inbound("SM3"),
                                sent("SM2", TEXT.to(), "ours", "Sat, 28 Nov 2026 12:00:00 +0000"))));

        ReceivedPage first = gateway.received(Instant.parse("2026-11-21T12:00:00.123Z"), null);
        assertThat(first.texts()).extracting("providerId").containsExactly("SM3");
        assertThat(first.texts().get(0).from()).isEqualTo("+447700900123");
        assertThat(first.texts().get(0).body()).isEqualTo("help");
        assertThat(first.texts().get(0).media()).isEqualTo(1);
        assertThat(first.texts().get(0).sentAt()).isEqualTo(Instant.parse("2026-11-28T11:59:58Z"));
        TwilioForm query = TwilioForm.of(FakeSmsProviders.calls().get(0).query().getBytes(StandardCharsets.UTF_8));
        assertThat(query.text("To")).isEqualTo(FakeSmsProviders.TWILIO_NUMBER);
        assertThat(query.text("DateSent>")).isEqualTo("2026-11-21T12:00:00Z");

        ReceivedPage second = gateway.received(Instant.parse("2026-11-21T12:00:00.123Z"), first.next());
        assertThat(second.texts()).extracting("providerId").containsExactly("SM1");
        assertThat(second.next()).isNull();
        Call call = FakeSmsProviders.calls().get(1);
        assertThat(call.path()).isEqualTo(MESSAGES);
        TwilioForm again = TwilioForm.of(call.query().getBytes(StandardCharsets.UTF_8));
        assertThat(again.text("PageToken")).isEqualTo("PASM+1");
        assertThat(again.text("Page")).isEqualTo("1");
        assertThat(again.text("DateSent>")).isEqualTo("2026-11-21T12:00:00Z");
    }

    @Test
    void after_many_failures_nothing_is_asked_for_a_while() {
        FakeSmsProviders.answers(call -> Answer.of(503, "{}"));
        for (int i = 0; i < 25; i++) {
            assertThatThrownBy(() -> gateway.send(TEXT)).isInstanceOf(SmsUnavailable.class);
        }
        assertThat(FakeSmsProviders.calls()).hasSizeLessThan(12);
    }

    private static String list(String next, String... messages) {
        return "{\"messages\": [%s], \"next_page_uri\": %s}"
                .formatted(String.join(",", List.of(messages)), next == null ? "null" : '"' + next + '"');
    }

    private static String sent(String sid, String to, String body, String created) {
        return ("{\"sid\": \"%s\", \"direction\": \"outbound-api\", \"from\": \"%s\", \"to\": \"%s\", \"body\": \"%s\","
                        + " \"status\": \"queued\", \"date_sent\": null, \"date_created\": \"%s\"}")
                .formatted(sid, FakeSmsProviders.TWILIO_NUMBER, to, body, created);
    }

    private static String inbound(String sid) {
        return ("{\"sid\": \"%s\", \"direction\": \"inbound\", \"from\": \"+447700900123\", \"to\": \"%s\","
                        + " \"body\": \"help\", \"num_media\": \"1\", \"status\": \"received\","
                        + " \"date_created\": \"Sat, 28 Nov 2026 11:59:58 +0000\"}")
                .formatted(sid, FakeSmsProviders.TWILIO_NUMBER);
    }
}
