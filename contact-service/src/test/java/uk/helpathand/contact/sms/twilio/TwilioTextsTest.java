package uk.helpathand.contact.sms.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.sms.ReceivedText;
import uk.helpathand.contact.sms.SmsRefused.Kind;
import uk.helpathand.contact.sms.TextState;
import uk.helpathand.contact.sms.TextStatus;

/** What Twilio's forms and answers may look like, and what is made of them (STANDARDS 1.2, traps 6, 8, 11, 13, 14). */
class TwilioTextsTest {

    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final String REFERENCE = "0190a0c4-0000-7000-8000-000000000001";

    @Test
    void a_text_keeps_its_numbers_and_words_as_they_came() {
        ReceivedText text = text("MessageSid=SM1&From=whatsapp%3A%2B447700900123&To=%2B447700900802"
                + "&Body=+they+r+moving+me+%F0%9F%98%AD+&NumMedia=2&Brand=new");
        assertThat(text.provider()).isEqualTo("twilio");
        assertThat(text.providerId()).isEqualTo("SM1");
        assertThat(text.from()).isEqualTo("whatsapp:+447700900123");
        assertThat(text.to()).isEqualTo("+447700900802");
        assertThat(text.body()).isEqualTo(" they r moving me 😭 ");
        assertThat(text.media()).isEqualTo(2);
        assertThat(text.sentAt()).as("Twilio does not say").isNull();
        assertThat(text.optOutType()).isNull();
    }

    @Test
    void words_that_other_programs_choke_on_come_through() {
        assertThat(text("MessageSid=SM1&From=1&Body=nul+%00+100%25+%zz+%").body())
                .isEqualTo("nul \0 100% %zz %");
        assertThat(text("MessageSid=SM1&From=1&Body=%ff").body()).isEqualTo("\ufffd");
        assertThat(text("MessageSid=SM1&From=1&Body=").body()).isEmpty();
        assertThat(text("MessageSid=SM1&From=1&NumMedia=1").body())
                .as("a picture")
                .isEmpty();
        assertThat(text("MessageSid=SM1&From=1").body()).as("to be read").isNull();
        assertThat(text("MessageSid=SM1&From=1&NumMedia=-1").media()).isZero();
        assertThat(text("MessageSid=SM1&From=1&NumMedia=99999999999").media()).isZero();
    }

    @Test
    void what_twilio_has_done_about_stop_start_and_help_is_told() {
        assertThat(text("MessageSid=SM1&From=1&Body=Stop&OptOutType=STOP").optOutType())
                .isEqualTo("STOP");
        assertThat(text("MessageSid=SM1&From=1&OptOutType=START").optOutType()).isEqualTo("START");
        assertThat(text("MessageSid=SM1&From=1&OptOutType=HELP").optOutType()).isEqualTo("HELP");
        assertThat(text("MessageSid=SM1&From=1&OptOutType=MAYBE").optOutType()).isNull();
    }

    @Test
    void what_has_no_id_or_no_sender_is_no_text() {
        for (String wrong :
                List.of("", "&&", "Body=hello", "MessageSid=SM1", "From=1&Body=x", "{\"a\":1}", "MessageSid=&From=1")) {
            assertThat(TwilioTexts.received(form(wrong), new byte[0])).as(wrong).isEmpty();
            assertThat(TwilioTexts.status(form(wrong), null, CLOCK)).as(wrong).isEmpty();
        }
    }

    @Test
    void news_tells_state_reference_and_the_providers_own_word() {
        assertThat(TwilioTexts.status(form("MessageSid=SM1&MessageStatus=delivered&New=x"), REFERENCE, CLOCK))
                .contains(new TextStatus("twilio", "SM1", REFERENCE, "delivered", TextState.DELIVERED, null, NOW));
        assertThat(TwilioTexts.status(
                        form("MessageSid=SM1&MessageStatus=read_by_robot&ErrorCode=30003"), "no uuid", CLOCK))
                .contains(new TextStatus("twilio", "SM1", null, "read_by_robot", null, "30003", NOW));
    }

    @Test
    void each_state_that_is_documented_is_known() {
        for (String word : List.of("queued", "accepted", "scheduled")) {
            assertThat(TwilioTexts.state(word, "")).isEqualTo(TextState.ACCEPTED);
        }
        assertThat(TwilioTexts.state("sending", "")).isEqualTo(TextState.SENDING);
        assertThat(TwilioTexts.state("sent", "")).isEqualTo(TextState.SENT);
        assertThat(TwilioTexts.state("partially_delivered", "")).isEqualTo(TextState.SENT);
        assertThat(TwilioTexts.state("delivered", "")).isEqualTo(TextState.DELIVERED);
        assertThat(TwilioTexts.state("read", "")).isEqualTo(TextState.DELIVERED);
        assertThat(TwilioTexts.state("undelivered", "30003")).as("phone off").isEqualTo(TextState.FAILED_FOR_NOW);
        assertThat(TwilioTexts.state("undelivered", "30006")).as("landline").isEqualTo(TextState.FAILED);
        assertThat(TwilioTexts.state("failed", "")).isEqualTo(TextState.FAILED);
        assertThat(TwilioTexts.state("canceled", "")).isEqualTo(TextState.FAILED);
        assertThat(TwilioTexts.state("receiving", "")).isNull();
    }

    @Test
    void a_refusal_says_why_and_repeats_no_number() {
        assertThat(refused("{\"code\": 21610, \"message\": \"+447700900123 has opted out\"}"))
                .isEqualTo(Kind.OPTED_OUT);
        assertThat(refused("{\"code\": 21211}")).isEqualTo(Kind.NOT_A_PHONE);
        assertThat(refused("{\"code\": 21614}")).isEqualTo(Kind.NOT_A_PHONE);
        assertThat(refused("{\"code\": 21408}")).isEqualTo(Kind.NOT_ALLOWED);
        assertThat(refused("{\"code\": 21606}")).isEqualTo(Kind.OTHER);
        assertThat(refused("<html>")).isEqualTo(Kind.OTHER);
        assertThat(TwilioJson.of(bytes("{\"code\": 21610, \"message\": \"+447700900123\"}"))
                        .refusal())
                .hasMessage("OPTED_OUT (21610)");
    }

    private static Kind refused(String answer) {
        return TwilioJson.of(bytes(answer)).refusal().kind();
    }

    private static ReceivedText text(String form) {
        return TwilioTexts.received(form(form), bytes(form)).orElseThrow();
    }

    private static TwilioForm form(String text) {
        return TwilioForm.of(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
