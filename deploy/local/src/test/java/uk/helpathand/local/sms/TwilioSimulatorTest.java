package uk.helpathand.local.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Twilio as STANDARDS.md §1.2 describes it. */
class TwilioSimulatorTest {

    private Simulation all;

    @BeforeEach
    void start() throws IOException {
        all = new Simulation();
    }

    @AfterEach
    void stop() {
        all.close();
    }

    /** STANDARDS.md §1.3. */
    @ParameterizedTest
    @CsvSource({
        "https://mycompany.com/myapp.php?foo=1&bar=2, RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "https://mycompany.com:443/myapp.php?foo=1&bar=2, kvajT1Ptam85bY51eRf/AJRuM3w="
    })
    void the_published_signatures_come_out(String url, String signature) {
        var fields = Map.of(
                "Digits", "1234",
                "CallSid", "CA1234567890ABCDE",
                "To", "+18005551212",
                "Caller", "+14158675309",
                "From", "+14158675309");

        assertThat(TwilioSignature.of(url, fields, "12345")).isEqualTo(signature);
    }

    @Test
    void a_received_text_is_a_form_signed_for_the_public_address_wherever_it_is_posted() {
        var text = all.child().text(Simulation.TWILIO, "help & \ud83d\ude00 +1");

        var post = all.service.posts(1).get(0);
        assertThat(post.path()).isEqualTo("/webhooks/sms/twilio?a=%2B%26");
        assertThat(post.contentType()).startsWith("application/x-www-form-urlencoded");
        var fields = Form.parse(post.body());
        assertThat(fields)
                .containsEntry("MessageSid", text.id())
                .containsEntry("SmsSid", text.id())
                .containsEntry("SmsMessageSid", text.id())
                .containsEntry("AccountSid", Simulation.ACCOUNT)
                .containsEntry("From", Simulation.CHILD)
                .containsEntry("To", Simulation.TWILIO)
                .containsEntry("Body", "help & \ud83d\ude00 +1")
                .containsEntry("NumSegments", "1")
                .containsEntry("NumMedia", "0")
                .containsEntry("SmsStatus", "received")
                .containsEntry("ApiVersion", "2010-04-01")
                .containsEntry("ToCountry", "GB")
                .containsEntry("ToCity", "")
                .containsKey("SimulatedNewParameter");
        assertThat(text.id()).matches("SM[0-9a-f]{32}");
        assertThat(post.signature())
                .isEqualTo(TwilioSignature.of(
                        "https://contact.example.test/webhooks/sms/twilio?a=%2B%26", fields, "primary"));
    }

    @Test
    void a_send_is_answered_201_queued_and_its_states_follow() {
        var answer = all.sendByTwilio(Simulation.CHILD, "We are here");

        assertThat(answer.statusCode()).isEqualTo(201);
        var body = Json.object(answer.body());
        var sid = body.get("sid").asText();
        assertThat(sid).matches("SM[0-9a-f]{32}");
        assertThat(body.get("status").asText()).isEqualTo("queued");
        assertThat(body.get("num_segments").asText()).isEqualTo("1");
        assertThat(body.get("error_code").isNull()).isTrue();
        assertThat(body.get("date_created").asText()).isEqualTo("Sun, 01 Mar 2026 12:00:00 +0000");
        var posts = all.service.posts(2);
        assertThat(posts).extracting(post -> post.field("MessageStatus")).containsExactly("sent", "delivered");
        assertThat(posts).extracting(post -> post.field("MessageSid")).containsOnly(sid);
        assertThat(posts).extracting(Listener.Post::path).containsOnly("/webhooks/sms/twilio/status");
        assertThat(all.child().inbox())
                .containsExactly(new InboxText(Simulation.TWILIO, "We are here", all.clock.instant()));
        assertThat(Json.object(all.getTwilio("/Messages/" + sid + ".json").body())
                        .get("status")
                        .asText())
                .isEqualTo("delivered");
    }

    @Test
    void what_stands_after_the_hash_is_for_twilio_and_not_signed() {
        all.twilio(
                "POST",
                "/Messages.json",
                Form.encode(Map.of(
                        "To",
                        Simulation.CHILD,
                        "From",
                        Simulation.TWILIO,
                        "Body",
                        "words",
                        "StatusCallback",
                        "https://contact.example.test/other?x=1#rc=3")));

        var post = all.service.posts(2).get(0);
        assertThat(post.path()).isEqualTo("/other?x=1");
        assertThat(post.signature())
                .isEqualTo(TwilioSignature.of(
                        "https://contact.example.test/other?x=1", Form.parse(post.body()), "primary"));
    }

    @Test
    void a_send_may_name_where_its_states_go() {
        all.twilio(
                "POST",
                "/Messages.json",
                Form.encode(Map.of(
                        "To",
                        Simulation.CHILD,
                        "From",
                        Simulation.TWILIO,
                        "Body",
                        "words",
                        "StatusCallback",
                        "https://contact.example.test/other")));

        assertThat(all.service.posts(2)).extracting(Listener.Post::path).containsOnly("/other");
    }

    @Test
    void an_undelivered_text_has_an_error_code() {
        all.child().reach(Reach.GONE);
        all.sendByTwilio(Simulation.CHILD, "words");

        var last = all.service.posts(2).get(1);
        assertThat(last.field("MessageStatus")).isEqualTo("undelivered");
        assertThat(last.field("ErrorCode")).isEqualTo("30005");
        assertThat(all.service.posts().get(0).field("ErrorCode")).isNull();
    }

    @Test
    void the_secondary_token_opens_the_api_too_and_any_other_does_not() {
        var list = "/2010-04-01/Accounts/" + Simulation.ACCOUNT + "/Messages.json";

        assertThat(get(list, Simulation.basic("secondary")).statusCode()).isEqualTo(200);
        assertThat(get(list, null).statusCode()).isEqualTo(401);
        assertIsError(get(list, Simulation.basic("wrong")), 401, 20003);
        assertIsError(get("/2010-04-01/Accounts/AC9/Messages.json", Simulation.basic("primary")), 401, 20003);
    }

    @Test
    void numbers_that_cannot_be_texted_have_their_codes() {
        assertIsError(all.sendByTwilio("07700900123", "not E.164"), 400, 21211);
        assertIsError(all.sendByTwilio("+44", "too short"), 400, 21211);
        assertIsError(all.sendByTwilio("+442079460123", "a landline"), 400, 21614);
        assertIsError(all.sendByTwilio(Simulation.CHILD, ""), 400, 21602);
        assertIsError(all.sendByTwilio(Simulation.CHILD, "x".repeat(1601)), 400, 21617);
        assertIsError(
                all.twilio(
                        "POST",
                        "/Messages.json",
                        Form.encode(Map.of("To", Simulation.CHILD, "From", Simulation.NOTIFY, "Body", "words"))),
                400,
                21606);
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", " stop\n", "End", "quit", "CANCEL", "unsubscribe"})
    void after_a_one_word_stop_sends_are_refused_until_start_and_the_words_still_arrive(String stop) {
        all.child().text(Simulation.TWILIO, stop);

        assertThat(all.service.posts(1).get(0).field("Body")).isEqualTo(stop);
        assertThat(all.service.posts().get(0).field("OptOutType")).isEqualTo("STOP");
        Eventually.holds(() -> assertThat(all.child().inbox()).singleElement().satisfies(text -> assertThat(text.body())
                .contains("unsubscribed")));
        assertIsError(all.sendByTwilio(Simulation.CHILD, "words"), 400, 21610);
        assertThat(all.sendByTwilio("+447700900124", "another phone").statusCode())
                .isEqualTo(201);

        all.child().text(Simulation.TWILIO, "start");
        assertThat(all.sendByTwilio(Simulation.CHILD, "words").statusCode()).isEqualTo(201);
    }

    @Test
    void a_sentence_with_stop_in_it_is_no_keyword() {
        all.child().text(Simulation.TWILIO, "please stop him hurting me");

        assertThat(all.service.posts(1).get(0).field("OptOutType")).isNull();
        assertThat(all.sendByTwilio(Simulation.CHILD, "words").statusCode()).isEqualTo(201);
    }

    @Test
    void messages_are_listed_newest_first_by_day_second_and_either_end() {
        all.child().text(Simulation.TWILIO, "first");
        all.clock.move(Duration.ofMinutes(1));
        all.simulator.phone("+447700900124").text(Simulation.TWILIO, "second");
        all.clock.move(Duration.ofDays(1));
        all.sendByTwilio(Simulation.CHILD, "third");

        assertThat(bodies("")).containsExactly("third", "second", "first");
        assertThat(bodies("?To=%2B447700900901")).containsExactly("second", "first");
        assertThat(bodies("?To=%2B447700900901&From=%2B447700900123")).containsExactly("first");
        assertThat(bodies("?DateSent%3E=2026-03-01T12:01:00Z")).containsExactly("third", "second");
        assertThat(bodies("?DateSent%3E=2026-03-02")).containsExactly("third");
        assertThat(bodies("?DateSent%3C=2026-03-01")).containsExactly("second", "first");
        assertThat(bodies("?DateSent=2026-03-02")).containsExactly("third");
        assertThat(all.getTwilio("/Messages.json?DateSent%3E=soon").statusCode())
                .isEqualTo(400);
    }

    @Test
    void pages_do_not_move_while_texts_come_in() {
        all.simulator.faults(Simulation.TWILIO, Faults.NONE.withCallbacksOff());
        for (var i = 0; i < 7; i++) {
            all.child().text(Simulation.TWILIO, "number " + i);
        }

        var seen = new HashSet<String>();
        var next = "/2010-04-01/Accounts/" + Simulation.ACCOUNT + "/Messages.json?PageSize=3";
        for (var pages = 0; next != null; pages++) {
            var page = Json.object(get(next, Simulation.basic("primary")).body());
            assertThat(page.get("page").asInt()).isEqualTo(pages);
            page.get("messages")
                    .forEach(text ->
                            assertThat(seen.add(text.get("body").asText())).isTrue());
            all.child().text(Simulation.TWILIO, "later " + pages);
            next = page.get("next_page_uri").isNull()
                    ? null
                    : page.get("next_page_uri").asText();
        }

        assertThat(seen).hasSize(7).noneMatch(body -> body.startsWith("later"));
    }

    private Iterable<String> bodies(String query) {
        return Json.object(all.getTwilio("/Messages.json" + query).body())
                .get("messages")
                .findValuesAsText("body");
    }

    private HttpResponse<String> get(String path, String authorization) {
        return all.call("GET", path, authorization, "text/plain", "");
    }

    private static void assertIsError(HttpResponse<String> answer, int status, int code) {
        assertThat(answer.statusCode()).isEqualTo(status);
        JsonNode body = Json.object(answer.body());
        assertThat(body.get("code").asInt()).isEqualTo(code);
        assertThat(body.get("status").asInt()).isEqualTo(status);
    }
}
