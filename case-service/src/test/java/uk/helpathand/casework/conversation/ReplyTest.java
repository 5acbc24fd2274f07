package uk.helpathand.casework.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.FakeContactService.Call;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.casework.fixture.Wait;

@QuarkusTest
class ReplyTest extends ServiceTest {

    @Test
    void a_reply_before_triage_reaches_the_child_without_the_advisers_name() {
        Sent sent = Sent.enquiry().put();

        var reply = ADA.replies(sent, "Hello, I have read this");

        reply.then().statusCode(201).header("Location", nullValue());
        assertThat(reply.<String>path("author")).isEqualTo("team");
        assertThat(reply.<String>path("by")).isEqualTo("Ada");
        Call call = handedOver(sent, 1).get(0);
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.path()).endsWith("/" + reply.path("id"));
        assertThat(call.authorization()).startsWith("Bearer ");
        assertThat(call.body().path("text").asText()).isEqualTo("Hello, I have read this");
        assertThat(call.body().path("author").asText()).isEqualTo("team");
        assertThat(call.body().toString()).doesNotContainIgnoringCase("ada");
        Wait.until("handed over", () -> thread(sent).get(1).get("handedOverAt") != null);
        assertThat(thread(sent).get(1)).containsEntry("delivery", "stored");
    }

    @Test
    void a_guide_goes_with_the_reply_and_a_guide_that_is_none_is_refused() {
        Sent sent = Sent.enquiry().put();
        String path = "/v1/conversations/" + sent.conversationId + "/messages";
        var reply = Map.of("text", "This may help", "audience", "child", "guide", "my-liberty");

        ADA.creates().body(reply).post(path).then().statusCode(201).body("guide", equalTo("my-liberty"));

        assertThat(handedOver(sent, 1).get(0).body().path("guide").asText()).isEqualTo("my-liberty");
        assertThat(thread(sent).get(0)).doesNotContainKey("guide");
        assertThat(thread(sent).get(1)).containsEntry("guide", "my-liberty");
        var unknown = Map.of("text", "This may help", "audience", "child", "guide", "no-such-guide");
        ADA.creates().body(unknown).post(path).then().statusCode(400);
    }

    @Test
    void whoever_gets_an_answer_has_been_read() {
        Sent sent = Sent.enquiry().put();

        ADA.replies(sent, "Hello").then().statusCode(201);

        assertThat(ADA.sees("/v1/conversations/" + sent.conversationId + "/progress")
                        .<String>path("stage"))
                .isEqualTo("read");
    }

    @Test
    void replies_go_after_triage_too_and_in_their_order() {
        Sent sent = Sent.enquiry().put();
        ADA.opensCase(sent);
        var first = new AtomicInteger();
        FakeContactService.answers(call -> first.getAndIncrement() == 0 ? 503 : 204);

        for (int i = 1; i <= 5; i++) {
            BEN.replies(sent, "reply " + i).then().statusCode(201);
        }

        Wait.until("all handed over", () -> Integer.parseInt(ask("SELECT count(*) FROM outbox")) == 0);
        List<String> texts = FakeContactService.calls().stream()
                .filter(call -> call.path().contains("/messages/"))
                .map(call -> call.body().path("text").asText())
                .toList();
        assertThat(texts)
                .containsSubsequence(
                        "We will work on this with you", "reply 1", "reply 2", "reply 3", "reply 4", "reply 5");
    }

    @Test
    void an_answer_for_the_wrong_reader_is_refused() {
        Sent child = Sent.enquiry().put();
        Sent adult = Sent.byAdult(1).put();

        assertRefused(child, "adult");
        assertRefused(adult, "child");

        assertThat(ask("SELECT count(*) FROM message WHERE author = 'team'")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM outbox")).isEqualTo("0");
    }

    @Test
    void the_same_key_is_one_reply() {
        Sent sent = Sent.enquiry().put();
        var body = Map.of("text", "Hello", "audience", "child");
        String path = "/v1/conversations/" + sent.conversationId + "/messages";
        String key = "\"" + UUID.randomUUID() + "\"";

        List<Integer> answers = Together.run(8, i -> ADA.calls()
                .header("Idempotency-Key", key)
                .body(body)
                .post(path)
                .statusCode());

        assertThat(answers).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(ask("SELECT count(*) FROM message WHERE author = 'team'")).isEqualTo("1");
        var again = ADA.calls().header("Idempotency-Key", key).body(body).post(path);
        again.then().statusCode(201).header("Location", nullValue());
        assertThat(ask("SELECT string_agg(outcome, ',' ORDER BY at) FROM audit WHERE action = 'conversation.reply'"))
                .as("the child is not told of a second reply")
                .matches("done(,repeated)+");
        ADA.calls()
                .header("Idempotency-Key", key)
                .body(Map.of("text", "Other", "audience", "child"))
                .post(path)
                .then()
                .statusCode(422);
        BEN.calls().header("Idempotency-Key", key).body(body).post(path).then().statusCode(201);
        ADA.calls().body(body).post(path).then().statusCode(400).body("type", endsWith("idempotency-key-missing"));
    }

    @Test
    void a_refused_reply_is_parked_seen_by_the_lead_and_lets_later_ones_pass() {
        Sent sent = Sent.enquiry().put();
        var first = new AtomicInteger();
        FakeContactService.answers(
                call -> call.path().contains("/messages/") && first.getAndIncrement() == 0 ? 404 : 204);

        String refused = ADA.replies(sent, "first").path("id");
        ADA.replies(sent, "second").then().statusCode(201);

        Wait.until("second handed over", () -> thread(sent).get(2).get("handedOverAt") != null);
        assertThat(thread(sent).get(1).get("handedOverAt")).isNull();
        var parked = LEA.sees("/v1/outbox/parked");
        assertThat(parked.<List<String>>path("items.subjectId")).containsExactly(refused);
        assertThat(parked.<String>path("items[0].reason")).isEqualTo("HTTP 404");
        LEA.calls()
                .post("/v1/outbox/parked/" + parked.path("items[0].id") + "/retries")
                .then()
                .statusCode(204);
        Wait.until("the retry handed over", () -> thread(sent).get(1).get("handedOverAt") != null);
    }

    @Test
    void what_text_cannot_hold_and_what_is_empty() {
        Sent sent = Sent.enquiry().put();

        assertThat(ADA.replies(sent, "a\u0000b").<String>path("text")).isEqualTo("a\uFFFDb");
        ADA.replies(sent, " ").then().statusCode(400);
        ADA.replies(sent, "x".repeat(20_001)).then().statusCode(400);
        ADA.replies(sent, "م".repeat(20_000)).then().statusCode(201);
    }

    @Test
    void a_preview_says_what_would_happen_and_stores_nothing() {
        Sent sent = Sent.enquiry().put();
        String path = "/v1/conversations/" + sent.conversationId + "/message-previews";

        var good =
                ADA.calls().body(Map.of("text", "Hi 😀", "audience", "child")).post(path);
        var wrong = ADA.calls().body(Map.of("text", "Hi", "audience", "adult")).post(path);

        assertThat(good.<Boolean>path("allowed")).isTrue();
        assertThat(good.<String>path("route")).isEqualTo("web");
        assertThat(good.<Integer>path("characters")).isEqualTo(4);
        assertThat(wrong.<Boolean>path("allowed")).isFalse();
        assertThat(wrong.<List<String>>path("reasons")).containsExactly("wrong-audience");
        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("1");
    }

    @Test
    void the_thread_pages_from_the_oldest() {
        Sent sent = Sent.enquiry().put();
        for (int i = 2; i <= 5; i++) {
            sent.write("message " + i);
        }
        String path = "/v1/conversations/" + sent.conversationId + "/messages?limit=2";

        var one = ADA.sees(path);
        var two = ADA.sees(path + "&after=" + one.path("next"));
        var three = ADA.sees(path + "&after=" + two.path("next"));

        assertThat(one.<List<Integer>>path("items.sequence")).containsExactly(1, 2);
        assertThat(two.<List<Integer>>path("items.sequence")).containsExactly(3, 4);
        assertThat(three.<List<Integer>>path("items.sequence")).containsExactly(5);
        assertThat(three.<Object>path("next")).isNull();
        ADA.get(path + "&after=nonsense").then().statusCode(400);
        ADA.get("/v1/conversations/" + UUID.randomUUID() + "/messages").then().statusCode(404);
    }

    private static void assertRefused(Sent sent, String audience) {
        ADA.creates()
                .body(Map.of("text", "Hello", "audience", audience))
                .post("/v1/conversations/" + sent.conversationId + "/messages")
                .then()
                .statusCode(422)
                .body("type", endsWith("wrong-audience"));
    }

    private static List<Call> handedOver(Sent sent, int count) {
        String path = "/v1/conversations/" + sent.conversationId + "/messages/";
        Wait.until(count + " handed over", () -> calls(path).size() >= count);
        return calls(path);
    }

    private static List<Call> calls(String path) {
        return FakeContactService.calls().stream()
                .filter(call -> call.path().startsWith(path))
                .toList();
    }

    private static List<Map<String, Object>> thread(Sent sent) {
        return ADA.sees("/v1/conversations/" + sent.conversationId + "/messages")
                .path("items");
    }
}
