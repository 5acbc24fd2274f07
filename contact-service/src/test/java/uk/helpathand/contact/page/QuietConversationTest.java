package uk.helpathand.contact.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.platform.fixture.TestDatabase.asOwner;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.fixture.FakeSmsProviders.Answer;
import uk.helpathand.contact.fixture.OnRecord;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.contact.retention.ForgetQuiet;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** What is left here of a conversation in which nobody has written for ninety days. */
@QuarkusTest
class QuietConversationTest {

    private static final String WORDS = "they r moving me friday";

    /** Every column of this database that may hold what somebody wrote or how they are reached. */
    private static final String LEFT = """
            SELECT (SELECT count(*) FROM message WHERE text IS NOT NULL)
                + (SELECT count(*) FROM enquiry WHERE wanted IS NOT NULL OR referral IS NOT NULL)
                + (SELECT count(*) FROM enquiry_details WHERE answers IS NOT NULL)
                + (SELECT count(*) FROM provider_event WHERE raw IS NOT NULL)
            """;

    private static final String REACH = """
            SELECT count(*) FROM conversation WHERE number IS NOT NULL OR number_hash IS NOT NULL OR email IS NOT NULL
                OR safe_note IS NOT NULL OR cover_words IS NOT NULL OR progress_next_step IS NOT NULL
            """;

    @Inject
    ForgetQuiet retention;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        FakeSmsProviders.answers(call -> Answer.of(200, "{}"));
        TestDatabase.empty();
    }

    @Test
    void its_words_are_gone_and_the_code_still_opens_it_and_takes_new_ones() {
        String code = written("reply", "text", "number", "07700 900123", "numberIs", "mine", "wanted", "to stay");
        byte[] key = key();
        quietFor(91);

        retention.forget();

        assertThat(ask(LEFT)).isEqualTo("0");
        assertThat(key())
                .as("nothing opens what was here, wherever a copy lies")
                .isNotEqualTo(key);
        Visitor child = opened(code);
        assertThat(child.get("/messages").body())
                .contains("Your earlier messages are kept by the team")
                .doesNotContain("friday");

        child.post("/messages", child.get("/messages").hidden(), "text", "it is me again");

        assertThat(child.get("/messages").body())
                .contains("it is me again", "Your earlier messages are kept by the team");
        settled();
        assertThat(FakeCaseService.calls("/v1/conversations/").stream().map(FakeCaseService.Call::body))
                .anyMatch(body -> body.contains("it is me again"));
    }

    @Test
    void how_to_reach_them_stays_while_the_team_works_and_goes_when_it_has_finished() {
        written("reply", "text", "number", "07700 900123", "numberIs", "mine", "safeNote", "not after six");
        progress(1, "working");
        quietFor(91);
        retention.forget();
        assertThat(ask(REACH)).isEqualTo("1");
        assertThat(reachOf()).as("under the new key").contains("07700 900123", "not after six");

        progress(2, "finished");
        asOwner("UPDATE message SET text = 'x'");
        retention.forget();

        assertThat(ask(REACH)).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM phone_route WHERE conversation_id IS NOT NULL"))
                .isEqualTo("0");
    }

    /** Their record still says text, and staff were shown that one goes. */
    @Test
    void staff_are_told_that_nothing_goes_to_a_number_that_went() {
        written("reply", "text", "number", "07700 900123", "numberIs", "mine");
        progress(1, "finished");
        quietFor(91);
        retention.forget();
        FakeCaseService.reset();

        reply(UUID.randomUUID(), "We rang the school").then().statusCode(204);
        settled();

        assertThat(FakeCaseService.calls("/delivery"))
                .singleElement()
                .extracting(FakeCaseService.Call::body)
                .asString()
                .contains("refused", "no-number");
    }

    @Test
    void a_reply_that_comes_again_is_still_the_same_and_another_under_its_id_still_refused() {
        written();
        UUID reply = UUID.randomUUID();
        reply(reply, "We rang the school").then().statusCode(204);
        quietFor(91);
        retention.forget();

        reply(reply, "We rang the school").then().statusCode(204);
        reply(reply, "Something else").then().statusCode(409);
        assertThat(ask(LEFT)).isEqualTo("0");
    }

    @Test
    void nobody_is_forgotten_who_wrote_of_late_or_whom_case_service_does_not_have() {
        String code = written();
        quietFor(91);
        Visitor child = opened(code);
        child.post("/messages", child.get("/messages").hidden(), "text", "and again");
        settled();
        retention.forget();
        assertThat(ask("SELECT count(*) FROM message WHERE text IS NULL"))
                .as("wrote of late")
                .isEqualTo("0");

        quietFor(91);
        asOwner("INSERT INTO outbox (id, kind, subject_id, stream_id, sequence, created_at, next_attempt_at, parked_at)"
                + " SELECT id, 'message', id, id, 99, now(), now(), now() FROM conversation");
        retention.forget();
        assertThat(ask("SELECT count(*) FROM message WHERE text IS NULL"))
                .as("something is owed, if only by a parked row")
                .isEqualTo("0");

        asOwner("DELETE FROM outbox");
        retention.forget();
        assertThat(ask(LEFT)).isEqualTo("0");
    }

    @Test
    void one_that_cannot_be_forgotten_keeps_no_other_back() {
        written();
        written();
        quietFor(91);
        asOwner("DELETE FROM data_key WHERE subject_id = (SELECT min(id::text)::uuid FROM conversation)");

        retention.forget();

        assertThat(ask("SELECT count(*) FROM message WHERE text IS NULL")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM audit")).isEqualTo("1");
    }

    /** Nothing that the child did is there beside it: their messages are their own record. */
    @Test
    void that_its_words_went_is_on_record_once_by_its_id() {
        written();
        quietFor(91);

        retention.forget();
        retention.forget();

        assertThat(OnRecord.bySystem())
                .isEqualTo("thread.forget done conversation {" + ask("SELECT id FROM conversation") + "} quiet");
        assertThat(ask("SELECT count(*) FROM audit")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM audit_reason")).isEqualTo("0");
    }

    @Test
    void while_the_audit_is_held_up_no_words_go_and_no_child_is_kept_waiting_or_refused() throws Exception {
        String code = written();
        quietFor(91);
        try (var other = DriverManager.getConnection(TestDatabase.url(), "owner", "owner");
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute("LOCK TABLE audit IN ACCESS EXCLUSIVE MODE");
            long began = System.nanoTime();

            retention.forget();

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("with the conversation locked, for which a message waits five seconds")
                    .isLessThan(Duration.ofSeconds(4));
            Visitor child = opened(code);
            assertThat(child.get("/messages").body()).contains(WORDS);
            child.post("/messages", child.get("/messages").hidden(), "text", "it is me again");
            assertThat(child.get("/messages").body()).contains("it is me again");
            settled();
            other.rollback();
        }

        quietFor(91);
        retention.forget();
        assertThat(ask(LEFT)).isEqualTo("0");
    }

    private static String written(String... more) {
        var child = Visitor.modern();
        var fields = new java.util.ArrayList<>(java.util.List.of("happening", WORDS));
        fields.addAll(java.util.List.of(more));
        child.ask(fields.toArray(String[]::new));
        String code = child.get("/sent").code();
        settled();
        return code;
    }

    private static void settled() {
        Wait.until("outbox empty", () -> "0".equals(ask("SELECT count(*) FROM outbox")));
    }

    private static Visitor opened(String code) {
        var child = Visitor.modern();
        child.post("/messages", Map.of(), "code", code);
        return child;
    }

    private static void quietFor(int days) {
        asOwner("UPDATE message SET at = at - interval '" + days + " days'");
    }

    private static byte[] key() {
        return ask("SELECT encode(wrapped_key, 'hex') FROM data_key").getBytes();
    }

    private static void progress(int version, String stage) {
        staff("{\"version\":%d,\"stage\":\"%s\"}".formatted(version, stage), "/progress")
                .then()
                .statusCode(204);
    }

    private static io.restassured.response.Response reply(UUID id, String words) {
        return staff(
                "{\"author\":\"team\",\"sentAt\":\"%s\",\"text\":\"%s\"}".formatted(Instant.now(), words),
                "/messages/" + id);
    }

    private static io.restassured.response.Response staff(String body, String path) {
        return given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType("application/json")
                .body(body)
                .put("/v1/conversations/" + ask("SELECT id FROM conversation") + path);
    }

    /** As case-service is told it when it changes next. */
    private static String reachOf() {
        FakeCaseService.reset();
        staff("{\"version\":0,\"replyBy\":\"code\",\"safeTimes\":[]}", "/safe-contact")
                .then()
                .statusCode(204);
        asOwner("INSERT INTO outbox (id, kind, subject_id, stream_id, sequence, created_at, next_attempt_at)"
                + " SELECT id, 'contact-state', id, id, 98, now(), now() FROM conversation");
        settled();
        return FakeCaseService.calls("/contact-state").get(0).body();
    }
}
