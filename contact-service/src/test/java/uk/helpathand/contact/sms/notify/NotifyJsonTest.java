package uk.helpathand.contact.sms.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.sms.Accepted;
import uk.helpathand.contact.sms.ReceivedText;
import uk.helpathand.contact.sms.SmsRefused.Kind;
import uk.helpathand.contact.sms.SmsUnavailable;
import uk.helpathand.contact.sms.TextState;
import uk.helpathand.contact.sms.TextStatus;

/** What Notify's JSON may look like, and what is made of it (STANDARDS 1.1, traps 2, 11, 13, 14). */
class NotifyJsonTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    @Test
    void a_text_keeps_its_numbers_and_words_as_they_came() {
        byte[] body = bytes("""
                {"id": "b6a1", "source_number": "447700900123", "destination_number": "07700900801",
                 "message": " they r moving me \\uD83D\\uDE2D ", "date_received": "2026-11-28T11:59:58.123456Z",
                 "something_new": {"a": [1]}}""");
        ReceivedText text = NotifyJson.received(body).orElseThrow();
        assertThat(text.provider()).isEqualTo("notify");
        assertThat(text.providerId()).isEqualTo("b6a1");
        assertThat(text.from()).isEqualTo("447700900123");
        assertThat(text.to()).isEqualTo("07700900801");
        assertThat(text.body()).isEqualTo(" they r moving me 😭 ");
        assertThat(text.sentAt()).isEqualTo(Instant.parse("2026-11-28T11:59:58.123456Z"));
        assertThat(text.media()).isZero();
        assertThat(text.optOutType()).isNull();
        assertThat(text.raw()).isEqualTo(body);
    }

    @Test
    void words_that_other_programs_choke_on_come_through() {
        assertThat(body("\"message\": \"half \\ud83d and nul \\u0000\"")).isEqualTo("half \ud83d and nul \0");
        assertThat(body("\"message\": \"\\u202e.\"")).isEqualTo("\u202e.");
        String zalgo = "e\u0301\u0335".repeat(2000);
        assertThat(body("\"message\": \"" + zalgo + "\"")).isEqualTo(zalgo);
        assertThat(body("\"message\": \"\"")).isEmpty();
        assertThat(body("\"message\": null")).isEmpty();
        assertThat(body("\"text\": \"he hits me\""))
                .as("by another name: to be read")
                .isNull();
        assertThat(body("\"message\": {\"a\": 1}")).as("no words: to be read").isNull();
    }

    @Test
    void a_broken_byte_hides_neither_the_words_nor_the_number() {
        var body = new ByteArrayOutputStream();
        body.writeBytes(bytes("{\"id\": \"1\", \"source_number\": \"447700900123\", \"message\": \"help "));
        body.writeBytes(new byte[] {(byte) 0xff, (byte) 0xed, (byte) 0xa0, (byte) 0xbd});
        body.writeBytes(bytes(" me\"}"));
        ReceivedText text = NotifyJson.received(body.toByteArray()).orElseThrow();
        assertThat(text.body()).startsWith("help \ufffd").endsWith(" me");
        assertThat(text.raw()).isEqualTo(body.toByteArray());
    }

    @Test
    void what_cannot_be_read_is_no_text_and_no_failure() {
        String deep = "[".repeat(10_000);
        for (String wrong : List.of(
                "",
                "hello",
                "null",
                "[]",
                "\"text\"",
                "{",
                "{}",
                "{\"id\": \"1\", \"text\": \"neither sender nor message\"}",
                "{\"source_number\": \"447700900123\", \"message\": \"no id\"}",
                "{\"id\": \" \", \"source_number\": \"447700900123\"}",
                "{\"id\": \"1\", \"source_number\": \"447700900123\", \"message\": \"a\", \"message\": \"b\"}",
                "{\"id\": \"1\", \"source_number\": \"447700900123\"} {}",
                "{\"id\": \"1\", \"source_number\": \"447700900123\", \"deep\": " + deep + "]".repeat(10_000) + "}",
                deep,
                "{\"a\":".repeat(10_000))) {
            assertThat(NotifyJson.received(bytes(wrong)))
                    .as(wrong.substring(0, Math.min(60, wrong.length())))
                    .isEmpty();
            assertThat(NotifyJson.receipt(bytes(wrong), CLOCK)).isEmpty();
        }
    }

    @Test
    void a_time_that_is_none_does_not_hide_the_text() {
        assertThat(text("\"date_received\": \"yesterday\"").sentAt()).isNull();
        assertThat(text("\"date_received\": \"2026-11-28T12:00:00+01:00\"").sentAt())
                .isEqualTo(Instant.parse("2026-11-28T11:00:00Z"));
    }

    @Test
    void a_receipt_tells_state_reference_and_the_providers_own_word() {
        TextStatus status = receipt("""
                {"id": "7", "reference": "5b3f", "to": "447700900123", "status": "delivered",
                 "created_at": "2026-11-28T11:00:00.000000Z", "completed_at": "2026-11-28T11:00:05.000000Z",
                 "sent_at": null, "notification_type": "sms", "template_version": 3}""");
        assertThat(status)
                .isEqualTo(new TextStatus(
                        "notify",
                        "7",
                        "5b3f",
                        "delivered",
                        TextState.DELIVERED,
                        null,
                        Instant.parse("2026-11-28T11:00:05Z")));

        TextStatus unknown = receipt("{\"id\": \"7\", \"reference\": null, \"status\": \"read_by_robot\"}");
        assertThat(unknown).isEqualTo(new TextStatus("notify", "7", null, "read_by_robot", null, null, NOW));
    }

    @Test
    void each_state_that_is_documented_is_known() {
        assertThat(NotifyJson.state("created")).isEqualTo(TextState.ACCEPTED);
        assertThat(NotifyJson.state("sending")).isEqualTo(TextState.SENDING);
        assertThat(NotifyJson.state("pending")).isEqualTo(TextState.SENDING);
        assertThat(NotifyJson.state("sent")).isEqualTo(TextState.SENT);
        assertThat(NotifyJson.state("temporary-failure")).isEqualTo(TextState.FAILED_FOR_NOW);
        assertThat(NotifyJson.state("permanent-failure")).isEqualTo(TextState.FAILED);
        assertThat(NotifyJson.state("technical-failure")).isEqualTo(TextState.FAILED);
    }

    @Test
    void a_refusal_says_why_and_repeats_no_number() {
        assertThat(NotifyJson.refusal(error("ValidationError", "phone_number Not enough digits 07700900"))
                        .kind())
                .isEqualTo(Kind.NOT_A_PHONE);
        assertThat(NotifyJson.refusal(error("ValidationError", "template_id is not a valid UUID"))
                        .kind())
                .isEqualTo(Kind.OTHER);
        var trial = NotifyJson.refusal(
                error("BadRequestError", "Can't send to this recipient when service is in trial mode"));
        assertThat(trial.kind()).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(trial.code()).isEqualTo("BadRequestError");
        var odd = NotifyJson.refusal(error("447700900123", "447700900123 is odd"));
        assertThat(odd.code()).isEqualTo("unknown");
        assertThat(odd).hasMessage("OTHER (unknown)");
        assertThat(NotifyJson.refusal(bytes("<html>")).kind()).isEqualTo(Kind.OTHER);
    }

    @Test
    void of_two_texts_with_our_reference_the_one_that_has_not_failed_counts() throws Exception {
        UUID reference = UUID.fromString("0190a0c4-0000-7000-8000-000000000001");
        byte[] list = bytes("""
                {"notifications": [
                 {"id": "a", "reference": "%1$s", "status": "technical-failure", "created_at": "2026-11-28T11:00:00Z"},
                 {"id": "b", "reference": "%1$s", "status": "sending", "created_at": "2026-11-28T11:00:09Z"},
                 {"id": "c", "reference": "other", "status": "delivered"}]}""".formatted(reference));
        assertThat(NotifyJson.withReference(list, reference, CLOCK))
                .contains(new Accepted("b", TextState.SENDING, Instant.parse("2026-11-28T11:00:09Z")));
        assertThat(NotifyJson.withReference(bytes("{\"notifications\": []}"), reference, CLOCK))
                .isEmpty();
    }

    @Test
    void an_answer_without_its_list_is_not_an_empty_list() {
        for (String wrong : List.of("", "{}", "<html>", "{\"notifications\": {}}")) {
            assertThatThrownBy(() -> NotifyJson.withReference(bytes(wrong), UUID.randomUUID(), CLOCK))
                    .isInstanceOf(SmsUnavailable.class);
            assertThatThrownBy(() -> NotifyJson.receivedList(bytes(wrong))).isInstanceOf(SmsUnavailable.class);
        }
    }

    private static byte[] error(String error, String message) {
        return bytes("{\"status_code\": 400, \"errors\": [{\"error\": \"%s\", \"message\": \"%s\"}]}"
                .formatted(error, message));
    }

    private static TextStatus receipt(String json) {
        return NotifyJson.receipt(bytes(json), CLOCK).orElseThrow();
    }

    private static String body(String field) {
        return text(field).body();
    }

    private static ReceivedText text(String field) {
        return NotifyJson.received(bytes("{\"id\": \"1\", \"source_number\": \"447700900123\", " + field + "}"))
                .orElseThrow();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
