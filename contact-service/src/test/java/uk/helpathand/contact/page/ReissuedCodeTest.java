package uk.helpathand.contact.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** What a new return code opens, and what the old one no longer does. */
@QuarkusTest
class ReissuedCodeTest {

    private static final String EARLY = "2099-01-01T10:00:00Z";
    private static final String LATE = "2099-01-01T11:00:00Z";

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void the_new_code_opens_the_thread_and_the_old_one_and_its_readers_are_out() {
        String old = Visitor.modern().send("my words");
        var reader = Visitor.modern();
        reader.post("/messages", Map.of(), "code", old);

        String code = reissue(UUID.randomUUID(), EARLY).path("returnCode");

        assertThat(reader.get("/messages").body()).doesNotContain("my words");
        assertThat(opens(old)).isEqualTo(400);
        var child = Visitor.modern();
        child.post("/messages", Map.of(), "code", code);
        assertThat(child.get("/messages").body()).contains("my words");
    }

    @Test
    void the_same_id_gives_the_same_code_for_fifteen_minutes_and_then_never_again() {
        Visitor.modern().send("my words");
        var id = UUID.randomUUID();
        String code = reissue(id, EARLY).path("returnCode");
        assertThat(reissue(id, EARLY).<String>path("returnCode")).isEqualTo(code);
        assertThat(TestDatabase.ask("SELECT string_agg(r::text, ',') FROM code_reissue r"))
                .doesNotContain(code.split(" ")[0]);

        TestDatabase.asOwner("UPDATE code_reissue SET made_at = made_at - interval '15 minutes'");

        reissue(id, EARLY).then().statusCode(409);
        assertThat(opens(code)).isEqualTo(303);
    }

    @Test
    void a_code_that_was_replaced_or_revoked_is_not_given_again() {
        Visitor.modern().send("my words");
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        reissue(first, EARLY).then().statusCode(200);
        String code = reissue(second, LATE).path("returnCode");
        reissue(first, EARLY).then().statusCode(409);

        revoke("2099-01-01T12:00:00Z");

        reissue(second, LATE).then().statusCode(409);
        assertThat(opens(code)).isEqualTo(400);
    }

    @Test
    void what_was_asked_for_later_wins_whichever_arrives_first() {
        String old = Visitor.modern().send("my words");
        String code = reissue(UUID.randomUUID(), LATE).path("returnCode");
        revoke(EARLY);
        assertThat(opens(code)).isEqualTo(303);
        reissue(UUID.randomUUID(), EARLY).then().statusCode(409);
        assertThat(opens(code)).isEqualTo(303);
        assertThat(opens(old)).isEqualTo(400);
        revoke("2099-01-01T12:00:00Z");
        reissue(UUID.randomUUID(), LATE).then().statusCode(409);
        assertThat(opens(code)).isEqualTo(400);
    }

    @Test
    void an_id_belongs_to_one_conversation() {
        Visitor.modern().send("my words");
        var id = UUID.randomUUID();
        reissue(id, EARLY).then().statusCode(200);
        Visitor.modern().send("other words");
        String other = TestDatabase.ask(
                "SELECT id FROM conversation WHERE id NOT IN (SELECT conversation_id FROM code_reissue)");
        put("/v1/conversations/" + other + "/return-codes/" + id, EARLY).then().statusCode(409);
    }

    private static int opens(String code) {
        return Visitor.modern().post("/messages", Map.of(), "code", code).status();
    }

    private static Response reissue(UUID id, String requestedAt) {
        return put("/v1/conversations/" + conversation() + "/return-codes/" + id, requestedAt);
    }

    private static void revoke(String requestedAt) {
        put("/v1/conversations/" + conversation() + "/code-revocations/" + UUID.randomUUID(), requestedAt)
                .then()
                .statusCode(204);
    }

    private static String conversation() {
        return TestDatabase.ask("SELECT id FROM conversation");
    }

    private static Response put(String path, String requestedAt) {
        return given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType(ContentType.JSON)
                .body(Map.of("requestedAt", requestedAt))
                .put(path);
    }
}
