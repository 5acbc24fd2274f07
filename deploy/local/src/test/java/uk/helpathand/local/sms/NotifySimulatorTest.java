package uk.helpathand.local.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GOV.UK Notify as STANDARDS.md §1.1 describes it. */
class NotifySimulatorTest {

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
    void a_send_is_answered_201_and_reaches_the_phone_and_its_receipt_the_service() {
        var answer = all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "We are here", "ref-1"));

        assertThat(answer.statusCode()).isEqualTo(201);
        var body = Json.object(answer.body());
        assertThat(body.at("/content/body").asText()).isEqualTo("We are here");
        assertThat(body.at("/content/from_number").asText()).isEqualTo("07700900900");
        assertThat(body.at("/reference").asText()).isEqualTo("ref-1");
        assertThat(body.at("/template/id").asText()).isEqualTo(Simulation.TEMPLATE);
        assertThat(body.at("/template/version").isInt()).isTrue();
        assertThat(body.at("/uri").asText())
                .endsWith("/v2/notifications/" + body.get("id").asText());

        var receipt = all.service.posts(1).get(0);
        assertThat(receipt.path()).isEqualTo("/webhooks/sms/notify/receipts");
        assertThat(receipt.authorization()).isEqualTo("Bearer first-token");
        assertThat(receipt.field("id")).isEqualTo(body.get("id").asText());
        assertThat(receipt.field("reference")).isEqualTo("ref-1");
        assertThat(receipt.field("status")).isEqualTo("delivered");
        assertThat(receipt.field("notification_type")).isEqualTo("sms");
        assertThat(receipt.field("to")).isEqualTo(Simulation.CHILD);
        assertThat(all.child().inbox())
                .containsExactly(new InboxText(Simulation.NOTIFY, "We are here", all.clock.instant()));
    }

    @Test
    void a_received_text_is_posted_with_its_own_field_names_and_number_styles() {
        var text = all.child().text(Simulation.NOTIFY, "help \ud83d please \u0639");

        var post = all.service.posts(1).get(0);
        assertThat(post.path()).isEqualTo("/webhooks/sms/notify");
        assertThat(post.contentType()).isEqualTo("application/json");
        assertThat(post.field("id")).isEqualTo(text.id());
        assertThat(post.field("source_number")).isEqualTo("447700900123");
        assertThat(post.field("destination_number")).isEqualTo("07700900900");
        assertThat(post.field("date_received")).isEqualTo("2026-03-01T12:00:00.000000Z");
        // Half an emoji, as some phones send it.
        assertThat(post.body()).contains("help \\uD83D please \\u0639");
    }

    @ParameterizedTest
    @CsvSource({"-31,403", "-30,201", "0,201", "30,201", "31,403"})
    void a_clock_may_be_wrong_by_thirty_seconds(int seconds, int status) {
        var token = Simulation.notifyToken(all.clock.instant().getEpochSecond() + seconds);

        var answer = all.notify(
                "POST", "/v2/notifications/sms", token, Simulation.notifyBody(Simulation.CHILD, "words", "ref"));

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertIsError(answer, 403, "AuthError", "Error: Your system clock must be accurate to within 30 seconds");
        }
    }

    @Test
    void whoever_is_not_the_service_is_refused() {
        var now = all.clock.instant().getEpochSecond();
        var path = "/v2/notifications";

        assertThat(all.notify("GET", path, null, "").statusCode()).isEqualTo(401);
        assertThat(all.notify("GET", path, "Basic x", "").statusCode()).isEqualTo(401);
        assertThat(all.notify("GET", path, "Bearer x", "").statusCode()).isEqualTo(403);
        var wrongKey = Simulation.notifyToken(now, Simulation.SERVICE_ID, "another-secret");
        assertIsError(all.notify("GET", path, wrongKey, ""), 403, "AuthError", "Invalid token: API key not found");
        var stranger = Simulation.notifyToken(now, "another-service", Simulation.SECRET);
        assertIsError(all.notify("GET", path, stranger, ""), 403, "AuthError", "Invalid token: service not found");
    }

    @Test
    void what_is_missing_or_unknown_is_named() {
        assertIsError(all.sendByNotify("{"), 400, "BadRequestError", "Invalid JSON supplied in POST data");
        assertIsError(all.sendByNotify("{}"), 400, "ValidationError", "phone_number is a required property");
        var good = Simulation.notifyBody(Simulation.CHILD, "words", "ref");
        assertIsError(
                all.sendByNotify(good.replace("\"reference\"", "\"referrence\"")),
                400,
                "ValidationError",
                "Additional properties are not allowed (referrence was unexpected)");
        assertIsError(
                all.sendByNotify(good.replace(Simulation.TEMPLATE, Simulation.SERVICE_ID)),
                400,
                "BadRequestError",
                "Template not found");
        assertIsError(
                all.sendByNotify(good.replace("\"message\"", "\"massage\"")),
                400,
                "BadRequestError",
                "Missing personalisation: message");
        assertIsError(
                all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, " ", "ref")),
                400,
                "BadRequestError",
                "Your message is empty.");
        assertThat(all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "x".repeat(919), "ref"))
                        .statusCode())
                .isEqualTo(400);
        assertThat(all.sendByNotify(Simulation.notifyBody("HSBC", "words", "ref"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void a_send_is_found_by_reference_and_by_id() {
        var id = Json.object(all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "one", "ref one"))
                        .body())
                .get("id")
                .asText();
        all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "two", "ref-2"));
        all.service.posts(2);

        var found = Json.object(
                all.getNotify("/v2/notifications?reference=ref%20one").body());
        assertThat(found.get("notifications")).hasSize(1);
        assertThat(found.at("/notifications/0/id").asText()).isEqualTo(id);
        assertThat(found.at("/notifications/0/status").asText()).isEqualTo("delivered");
        assertThat(Json.object(all.getNotify("/v2/notifications?reference=none").body())
                        .get("notifications"))
                .isEmpty();
        assertThat(Json.object(all.getNotify("/v2/notifications/" + id).body())
                        .get("body")
                        .asText())
                .isEqualTo("one");
        assertThat(all.getNotify("/v2/notifications/" + Simulation.SECRET).statusCode())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"07700 900000", "+447700900111", "447700900222"})
    void smoke_test_numbers_are_accepted_and_nothing_comes_of_it(String number) {
        var answer = all.sendByNotify(Simulation.notifyBody(number, "words", "smoke"));

        assertThat(answer.statusCode()).isEqualTo(201);
        var id = Json.object(answer.body()).get("id").asText();
        assertThat(all.getNotify("/v2/notifications/" + id).statusCode()).isEqualTo(404);
        assertThat(all.simulator.phone(number).inbox()).isEmpty();
    }

    @Test
    void typographic_marks_are_made_plain_and_other_alphabets_stay() {
        all.sendByNotify(Simulation.notifyBody(
                Simulation.CHILD, "\u201cIt\u2019s\u00a0us\u201d \u2013 \u0645\u0631\u062d\u0628\u0627", "r"));

        all.service.posts(1);
        assertThat(all.child().inbox().get(0).body()).isEqualTo("\"It's us\" - \u0645\u0631\u062d\u0628\u0627");
    }

    @Test
    void received_texts_are_listed_250_a_page_newest_first() {
        all.simulator.faults(Simulation.NOTIFY, Faults.NONE.withCallbacksOff());
        for (var i = 0; i < 501; i++) {
            all.child().text(Simulation.NOTIFY, "number " + i);
        }
        all.child().text(Simulation.TWILIO, "not at Notify");

        var first = page("");
        assertThat(first.get("received_text_messages")).hasSize(250);
        assertThat(first.at("/received_text_messages/0/content").asText()).isEqualTo("number 500");
        assertThat(first.at("/received_text_messages/0/user_number").asText()).isEqualTo("447700900123");
        assertThat(first.at("/received_text_messages/0/notify_number").asText()).isEqualTo("07700900900");
        assertThat(first.at("/received_text_messages/0/service_id").asText()).isEqualTo(Simulation.SERVICE_ID);
        var second =
                page("?older_than=" + first.at("/received_text_messages/249/id").asText());
        assertThat(second.at("/received_text_messages/0/content").asText()).isEqualTo("number 250");
        assertThat(first.at("/links/next").asText())
                .endsWith("?older_than="
                        + first.at("/received_text_messages/249/id").asText());
        var third = page(
                "?older_than=" + second.at("/received_text_messages/249/id").asText());
        assertThat(third.get("received_text_messages")).hasSize(1);
        var last =
                page("?older_than=" + third.at("/received_text_messages/0/id").asText());
        assertThat(last.get("received_text_messages")).isEmpty();
        assertThat(last.at("/links/next").isMissingNode()).isTrue();
    }

    @Test
    void what_is_older_than_seven_days_is_not_listed_and_nothing_is_older_than_it() {
        var old = all.child().text(Simulation.NOTIFY, "old");
        all.clock.move(Duration.ofDays(7));
        assertThat(page("").get("received_text_messages")).hasSize(1);

        all.clock.move(Duration.ofSeconds(1));
        all.child().text(Simulation.NOTIFY, "new");

        assertThat(page("").get("received_text_messages")).hasSize(1);
        assertThat(page("").at("/received_text_messages/0/content").asText()).isEqualTo("new");
        assertThat(page("?older_than=" + old.id()).get("received_text_messages"))
                .isEmpty();
    }

    @Test
    void a_phone_that_is_off_or_gone_gets_nothing_and_the_receipt_says_so() {
        all.child().reach(Reach.OFF);
        all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "one", "r"));
        assertThat(all.service.posts(1).get(0).field("status")).isEqualTo("temporary-failure");

        all.child().reach(Reach.GONE);
        all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "two", "r"));
        assertThat(all.service.posts(2).get(1).field("status")).isEqualTo("permanent-failure");
        assertThat(all.child().inbox()).isEmpty();
    }

    private JsonNode page(String query) {
        return Json.object(all.getNotify("/v2/received-text-messages" + query).body());
    }

    private static void assertIsError(HttpResponse<String> answer, int status, String error, String message) {
        assertThat(answer.statusCode()).isEqualTo(status);
        var body = Json.object(answer.body());
        assertThat(body.get("status_code").asInt()).isEqualTo(status);
        assertThat(body.at("/errors/0/error").asText()).isEqualTo(error);
        assertThat(body.at("/errors/0/message").asText()).isEqualTo(message);
    }
}
