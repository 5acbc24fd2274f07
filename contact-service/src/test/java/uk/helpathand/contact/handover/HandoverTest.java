package uk.helpathand.contact.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Author;
import uk.helpathand.api.Guide;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.Safe;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.ReadingSessions;
import uk.helpathand.contact.conversation.ThreadView;
import uk.helpathand.contact.enquiry.AddedDetails;
import uk.helpathand.contact.enquiry.Details;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.NewEnquiry;
import uk.helpathand.contact.enquiry.Received;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FakeCaseService.Call;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

@QuarkusTest
class HandoverTest {

    private static final SafeContact BY_CODE = new SafeContact(1, ReplyBy.CODE, null, null, null, List.of(), null);

    @Inject
    Enquiries enquiries;

    @Inject
    AddedDetails details;

    @Inject
    Conversations conversations;

    @Inject
    ReadingSessions sessions;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void an_enquiry_its_details_and_later_messages_arrive_once_and_in_order() {
        Received received = send("nul \0 help");
        details.add(received.conversationId(), token(), new Details("Sam", "12", null, null, null, null, null));
        for (int i = 0; i < 5; i++) {
            conversations.write(received.conversationId(), token(), "message " + i, "ar");
        }
        settled();
        List<Call> calls = FakeCaseService.calls();
        assertThat(calls).hasSize(7).allMatch(call -> call.authorization().startsWith("Bearer ey"));
        var first = new JsonPath(calls.get(0).body());
        assertThat(calls.get(0).path()).startsWith("/v1/enquiries/");
        assertThat(first.getString("happening")).isEqualTo("nul \uFFFD help");
        assertThat(first.getBoolean("altered")).isTrue();
        assertThat(first.getString("reference")).isEqualTo(received.reference());
        assertThat(first.getList("children")).hasSize(1);
        assertThat(calls.get(1).path()).contains("/details/");
        assertThat(calls.subList(2, 7).stream().map(call -> new JsonPath(call.body()).getString("text")))
                .containsExactly("message 0", "message 1", "message 2", "message 3", "message 4");
        assertThat(calls.subList(2, 7)).allMatch(call -> "ar".equals(new JsonPath(call.body()).getString("language")));
    }

    @Test
    void nothing_is_lost_and_nothing_overtakes_while_case_service_is_away() {
        FakeCaseService.answers(call -> 503);
        Received received = send("hello");
        conversations.write(received.conversationId(), token(), "are you there", "en");
        Wait.until("tried and failed", () -> FakeCaseService.calls().size() >= 2);
        assertThat(FakeCaseService.calls("/messages/")).isEmpty();
        FakeCaseService.answers(call -> 204);
        settled();
        List<Call> calls = FakeCaseService.calls();
        assertThat(calls.get(calls.size() - 1).path()).contains("/messages/");
        assertThat(calls.get(calls.size() - 2).path()).contains("/enquiries/");
    }

    @Test
    void what_is_refused_for_good_is_parked_and_lets_later_ones_pass_until_a_lead_retries_it() {
        var refusals = new AtomicInteger();
        FakeCaseService.answers(
                call -> call.path().contains("/details/") && refusals.getAndIncrement() == 0 ? 400 : 204);
        Received received = send("hello");
        details.add(received.conversationId(), token(), new Details("Sam", null, null, null, null, null, null));
        conversations.write(received.conversationId(), token(), "later", "en");
        Wait.until("later passed", () -> FakeCaseService.calls("/messages/").size() == 1);
        String lead = TestRealm.token("lea", "lead");
        JsonPath parked = given().auth()
                .oauth2(lead)
                .get("/v1/outbox/parked")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(parked.getList("items")).hasSize(1);
        assertThat(parked.getString("items[0].kind")).isEqualTo("details");
        assertThat(parked.getString("items[0].reason")).isEqualTo("HTTP 400");
        given().auth()
                .oauth2(lead)
                .post("/v1/outbox/parked/" + parked.getString("items[0].id") + "/retries")
                .then()
                .statusCode(204);
        settled();
        assertThat(FakeCaseService.calls("/details/")).hasSize(2);
    }

    @Test
    void a_reply_is_on_the_thread_once_and_seeing_it_is_told() {
        UUID id = send("hello").conversationId();
        UUID reply = UUID.randomUUID();
        putReply(id, reply, "We are here.", 204);
        putReply(id, reply, "We are here.", 204);
        putReply(id, reply, "Other words.", 409);
        putReply(UUID.randomUUID(), UUID.randomUUID(), "Nobody.", 404);
        settled();
        assertThat(FakeCaseService.calls("/delivery")).isEmpty();
        var thread = conversations.read(id, ThreadView.END);
        assertThat(thread.entries()).extracting("author").containsExactly(Author.CHILD, Author.TEAM);
        conversations.read(id, ThreadView.END);
        settled();
        assertThat(FakeCaseService.calls("/delivery")).hasSize(1);
        assertThat(new JsonPath(FakeCaseService.calls("/delivery").get(0).body()).getString("state"))
                .isEqualTo("seen");
    }

    @Test
    void a_reply_keeps_the_guide_that_it_names_and_an_unknown_one_is_refused() {
        UUID id = send("hello").conversationId();
        String path = "/v1/conversations/" + id + "/messages/" + UUID.randomUUID();
        String reply = """
                {"author":"team","sentAt":"2026-11-20T10:00:00Z","text":"Read this.","guide":"%s"}""";
        put(path, reply.formatted("moving"), 204);
        put(path, reply.formatted("moving"), 204);
        put(path, reply.formatted("leaving-care"), 409);
        put(path, reply.replace(",\"guide\":\"%s\"", ""), 409);
        put("/v1/conversations/" + id + "/messages/" + UUID.randomUUID(), reply.formatted("no-such-guide"), 400);
        assertThat(conversations.read(id, ThreadView.END).entries())
                .extracting("guide")
                .containsExactly(null, Guide.MOVING);
    }

    @Test
    void older_progress_changes_nothing() {
        UUID id = send("hello").conversationId();
        put(
                "/v1/conversations/" + id + "/progress",
                "{\"version\":2,\"stage\":\"working\",\"nextStep\":\"We call.\",\"by\":\"2026-12-01\"}",
                204);
        put("/v1/conversations/" + id + "/progress", "{\"version\":1,\"stage\":\"read\"}", 204);
        var thread = conversations.read(id, ThreadView.END);
        assertThat(thread.stage()).isEqualTo(ProgressStage.WORKING);
        assertThat(thread.nextStep()).isEqualTo("We call.");
        assertThat(thread.by()).hasToString("2026-12-01");
    }

    @Test
    void what_the_child_told_an_adviser_about_contact_takes_effect_and_comes_back() {
        UUID id = send("hello").conversationId();
        String told =
                "{\"version\":1,\"replyBy\":\"code\",\"safeTimes\":[],\"safeNote\":\"phone is not mine any more\"}";
        put("/v1/conversations/" + id + "/safe-contact", told, 204);
        put("/v1/conversations/" + id + "/safe-contact", told, 204);
        settled();
        assertThat(FakeCaseService.calls("/contact-state")).hasSize(1);
        assertThat(new JsonPath(FakeCaseService.calls("/contact-state").get(0).body()).getString("safeNote"))
                .isEqualTo("phone is not mine any more");
    }

    @Test
    void a_revoked_code_opens_nothing_and_ends_reading_at_once() {
        Received received = send("hello");
        String secret = sessions.open(received.conversationId());
        String path = "/v1/conversations/" + received.conversationId() + "/code-revocations/" + UUID.randomUUID();
        put(path, "{\"requestedAt\":\"2026-11-20T10:00:00Z\"}", 204);
        put(path, "{\"requestedAt\":\"2026-11-20T10:00:00Z\"}", 204);
        assertThat(conversations.find(received.returnCode())).isEmpty();
        assertThat(sessions.conversationOf(secret)).isEmpty();
    }

    @Test
    void not_safe_is_handed_over_with_its_reason() {
        enquiries.receive(token(), null, null, new NewEnquiry("hello", null, Safe.NO, BY_CODE, "en"));
        settled();
        var body = new JsonPath(FakeCaseService.calls().get(0).body());
        assertThat(body.getString("urgency")).isEqualTo("immediate");
        assertThat(body.getString("urgencyReasons[0].code")).isEqualTo("said-not-safe");
    }

    @Test
    void where_a_child_may_be_in_danger_it_goes_before_all_others_with_what_they_sent_before() {
        FakeCaseService.answers(call -> 503);
        UUID calm = send("hello").conversationId();
        UUID danger = send("hello again").conversationId();
        assertThat(urgent(danger)).isEqualTo("false");
        conversations.write(danger, token(), "I am going to kill myself tonight", "en");
        UUID notSafe = enquiries
                .receive(token(), null, null, new NewEnquiry("hello", null, Safe.NO, BY_CODE, "en"))
                .conversationId();

        assertThat(urgent(calm)).isEqualTo("false");
        assertThat(urgent(danger)).isEqualTo("true true");
        assertThat(urgent(notSafe)).isEqualTo("true");

        FakeCaseService.answers(call -> 204);
        settled();
    }

    private static String urgent(UUID conversation) {
        return TestDatabase.ask(
                "SELECT string_agg(urgent::text, ' ') FROM outbox WHERE stream_id = '%s'".formatted(conversation));
    }

    private Received send(String words) {
        return enquiries.receive(token(), null, null, new NewEnquiry(words, null, null, BY_CODE, "en"));
    }

    private static void settled() {
        Wait.until("outbox empty", () -> "0".equals(TestDatabase.ask("select count(*) from outbox")));
    }

    private static void putReply(UUID conversation, UUID message, String text, int status) {
        put(
                "/v1/conversations/" + conversation + "/messages/" + message,
                "{\"author\":\"team\",\"sentAt\":\"2026-11-20T10:00:00Z\",\"text\":\"" + text + "\"}",
                status);
    }

    private static void put(String path, String body, int status) {
        given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then()
                .statusCode(status);
    }

    private static String token() {
        return UUID.randomUUID().toString();
    }
}
