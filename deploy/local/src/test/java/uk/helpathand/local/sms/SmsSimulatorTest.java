package uk.helpathand.local.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The phone: its page, and what programs do with it. */
class SmsSimulatorTest {

    private Simulation all;

    @BeforeEach
    void start() throws IOException {
        all = new Simulation();
    }

    @AfterEach
    void stop() {
        all.close();
    }

    @Test
    void the_page_says_what_it_is_and_offers_both_numbers() {
        var page = get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(page.body())
                .contains("A simulator: no text leaves this machine", "value=\"07700 900123\"")
                .contains("07700 900900 (Notify)", "07700 900901 (Twilio)")
                .doesNotContain("<script");
    }

    @Test
    void what_is_sent_from_the_page_reaches_the_service_and_stands_in_the_thread() {
        var sent = all.call(
                "POST",
                "/",
                null,
                "application/x-www-form-urlencoded",
                Form.encode(Map.of("from", "07700 900123", "to", Simulation.TWILIO, "body", "one\r\ntwo")));

        assertThat(sent.statusCode()).isEqualTo(303);
        var back = sent.headers().firstValue("Location").orElseThrow();
        assertThat(get(back).body()).contains("value=\"07700 900123\"", "value=\"+447700900901\" selected");
        assertThat(all.service.posts(1).get(0).field("Body")).isEqualTo("one\ntwo");
        assertThat(all.service.posts().get(0).field("From")).isEqualTo(Simulation.CHILD);
        all.sendByTwilio(Simulation.CHILD, "three");
        Eventually.holds(() -> assertThat(texts()).containsSubsequence("one\ntwo", "three"));
    }

    /** Whoever has texted both numbers finds every answer, whichever number is chosen for the next text. */
    @Test
    void all_texts_of_a_phone_stand_in_one_list_and_each_says_with_which_number_it_is() {
        all.child().text(Simulation.NOTIFY, "first");
        all.child().text(Simulation.TWILIO, "second");
        all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "third", "r"));

        Eventually.holds(() -> assertThat(texts())
                .containsSubsequence(
                        "You to <b>07700 900900 (Notify)</b>", "first",
                        "You to <b>07700 900901 (Twilio)</b>", "second",
                        "The service from <b>07700 900900 (Notify)</b>", "third"));
        assertThat(get("/?from=07700900123&to=%2B447700900901").body()).contains("src=\"/thread?from=07700900123\"");
        assertThat(get("/thread?from=07700900124").body()).contains("No texts yet.");
    }

    @Test
    void what_a_text_says_stays_text_whichever_way_it_runs() {
        all.child().text(Simulation.NOTIFY, "<script>alert('1')</script> & \"so on\"");
        all.child().text(Simulation.NOTIFY, "\u0645\u0631\u062d\u0628\u0627 \ud83d\ude00");

        assertThat(texts())
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;so on&quot;")
                .contains("<p dir=\"auto\">\u0645\u0631\u062d\u0628\u0627 \ud83d\ude00</p>");
        assertThat(get("/?from=%22%3E%3Cb%3E&to=x").body()).doesNotContain("\"><b>");
        all.simulator.phone("<em>").text(Simulation.NOTIFY, "words");
        assertThat(get("/thread?from=%3Cem%3E").body()).contains("words").doesNotContain("<em>");
        assertThat(all.call("POST", "/", null, "application/x-www-form-urlencoded", "to=%3Cb%3E&body=words")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void another_process_texts_and_reads_the_answer() {
        var sent = all.call(
                "POST",
                "/simulator/texts",
                null,
                "application/json",
                "{\"from\":\"07700 900123\",\"to\":\"+447700900900\",\"body\":\"words\"}");
        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(all.service.posts(1).get(0).field("id"))
                .isEqualTo(Json.object(sent.body()).get("id").asText());

        all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "an answer", "r"));
        Eventually.holds(() -> assertThat(
                        get("/simulator/phones/+447700900123/inbox").body())
                .contains("{\"from\":\"+447700900900\",\"body\":\"an answer\",\"at\":\"2026-03-01T12:00:00Z\"}"));
        assertThat(get("/simulator/numbers").body()).contains("+447700900900", "+447700900901");
        assertThat(get("/simulator/callbacks").body())
                .contains("\"outcome\":\"taken\"")
                .doesNotContain("words", "900123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"from\":\"07700 900123\"}",
                "{\"from\":\"07700 900123\",\"to\":\"+447700900999\",\"body\":\"no such number\"}",
                "{\"from\":\"07700 900123\",\"to\":\"+447700900900\",\"text\":\"no such field\"}"
            })
    void a_text_that_cannot_be_sent_is_refused(String body) {
        assertThat(all.call("POST", "/simulator/texts", null, "application/json", body)
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void pictures_come_with_a_text_at_twilio() {
        all.child().picture(Simulation.TWILIO, "", 2);

        var post = all.service.posts(1).get(0);
        assertThat(post.field("NumMedia")).isEqualTo("2");
        assertThat(post.field("Body")).isEmpty();
        assertThat(post.field("MediaUrl1")).startsWith("https://api.twilio.com/");
        assertThat(post.field("MediaContentType1")).isEqualTo("image/jpeg");
    }

    @ParameterizedTest
    @CsvSource({
        "447700900123,447700900123",
        "+44 (0)7700 900123,447700900123",
        "00447700900123,447700900123",
        "60777,60777",
        "HSBC,HSBC",
        "'',''"
    })
    void a_sender_may_be_written_in_any_way_and_need_not_have_a_number(String written, String source) {
        all.simulator.phone(written).text(Simulation.NOTIFY, "words");

        assertThat(all.service.posts(1).get(0).field("source_number")).isEqualTo(source);
    }

    @Test
    void stopped_it_answers_nothing_and_forgets_nothing() throws Exception {
        all.child().text(Simulation.NOTIFY, "words");
        all.service.posts(1);
        all.simulator.stop();
        assertThat(all.simulator.alive()).isFalse();
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> get("/"));

        all.simulator.start();
        assertThat(texts()).contains("words");
    }

    @Test
    void the_last_ten_thousand_texts_are_kept() {
        var texts = new Texts();
        var number = new TwilioNumber(Simulation.TWILIO, Simulation.ACCOUNT, List.of(), null, null, false);
        for (var i = 0; i < Texts.KEPT + 1; i++) {
            texts.add(new Text(
                    "id " + i,
                    number,
                    Simulation.CHILD,
                    Text.Direction.FROM_PHONE,
                    "",
                    null,
                    0,
                    null,
                    TextState.RECEIVED,
                    all.clock.instant(),
                    all.clock.instant()));
        }

        assertThat(texts.all(text -> true)).hasSize(Texts.KEPT);
        assertThat(texts.find("id 0")).isEmpty();
        assertThat(texts.newestFirst(text -> true).get(0).id()).isEqualTo("id " + Texts.KEPT);
    }

    @ParameterizedTest
    @CsvSource({"160,x,1", "161,x,2", "306,x,2", "307,x,3", "80,€,1", "81,€,2", "70,\u0639,1", "71,\u0639,2"})
    void segments_are_counted_as_the_networks_do(int times, String letter, int segments) {
        assertThat(Wording.segments(letter.repeat(times))).isEqualTo(segments);
    }

    private String texts() {
        return get("/thread?from=07700900123").body();
    }

    private HttpResponse<String> get(String path) {
        return all.call("GET", path, null, "text/plain", "");
    }
}
