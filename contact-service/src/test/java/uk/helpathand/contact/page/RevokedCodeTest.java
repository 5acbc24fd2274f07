package uk.helpathand.contact.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.sql.DriverManager;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FloodLimits;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** What a browser sees of a conversation whose code was revoked by an adviser. */
@QuarkusTest
class RevokedCodeTest {

    private static final String LATER = "2099-01-01T10:00:00Z";

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void the_code_opens_nothing_and_every_open_thread_closes() {
        String code = Visitor.modern().send("they read my messages");
        var reader = Visitor.modern();
        reader.post("/messages", Map.of(), "code", code);
        assertThat(reader.get("/messages").body()).contains("they read my messages");

        revoke(conversation(), UUID.randomUUID(), 204);

        assertThat(reader.get("/messages").body()).doesNotContain("they read my messages");
        var again = Visitor.modern().post("/messages", Map.of(), "code", code);
        var wrong = Visitor.modern().post("/messages", Map.of(), "code", "apple river stone cloud 0000");
        assertThat(again.status()).isEqualTo(wrong.status()).isEqualTo(400);
    }

    @Test
    void a_thread_that_is_asked_for_in_the_moment_of_its_revocation_is_closed() throws Exception {
        String code = Visitor.modern().send("they read my messages");
        var reader = Visitor.modern();
        reader.post("/messages", Map.of(), "code", code);
        try (var revoking = DriverManager.getConnection(TestDatabase.url(), "owner", "owner")) {
            revoking.setAutoCommit(false);
            revoking.createStatement().execute("DELETE FROM reading_session");
            var asked = CompletableFuture.supplyAsync(() -> reader.get("/messages"));
            while (TestDatabase.ask("SELECT count(*) FROM pg_locks WHERE NOT granted")
                    .equals("0")) {
                assertThat(asked).isNotDone();
            }
            revoking.commit();

            assertThat(asked.get().status()).isEqualTo(200);
            assertThat(asked.get().body()).contains("Your messages are closed").doesNotContain("they read");
        }
    }

    @Test
    void a_code_that_waits_to_be_shown_is_shown_no_more() {
        var child = Visitor.modern();
        child.ask("happening", "help");
        FloodLimits.ALWAYS.begin();
        var cookieless = Visitor.withoutCookies().ask("happening", "another child");
        assertThat(cookieless.code()).isNotNull();

        TestDatabase.ask("SELECT string_agg(id::text, ' ') FROM conversation")
                .lines()
                .forEach(ids -> {
                    for (String id : ids.split(" ")) {
                        revoke(id, UUID.randomUUID(), 204);
                    }
                });

        var sent = child.get("/sent");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(sent.code()).isNull();
        assertThat(Visitor.withoutCookies()
                        .post("/confirm", cookieless.hidden())
                        .code())
                .isNull();
    }

    @Test
    void the_same_revocation_again_does_nothing_and_its_id_belongs_to_one_conversation() {
        Visitor.modern().send("one");
        String conversation = conversation();
        var revocation = UUID.randomUUID();
        revoke(conversation, revocation, 204);
        revoke(conversation, revocation, 204);
        assertThat(TestDatabase.ask("SELECT count(*) FROM code_revocation")).isEqualTo("1");
        TestDatabase.empty();

        Visitor.modern().send("one");
        Visitor.modern().send("two");
        String[] both = TestDatabase.ask("SELECT string_agg(id::text, ' ') FROM conversation")
                .split(" ");
        revoke(both[0], revocation, 204);
        revoke(both[1], revocation, 409);
    }

    @Test
    void writing_again_stays_possible() {
        String code = Visitor.modern().send("first");
        var reader = Visitor.modern();
        reader.post("/messages", Map.of(), "code", code);
        var page = reader.get("/messages");

        revoke(conversation(), UUID.randomUUID(), 204);

        assertThat(reader.post("/messages", page.hidden(), "text", "still me").status())
                .isEqualTo(200);
        assertThat(TestDatabase.ask("SELECT count(*) FROM message")).isEqualTo("2");
    }

    private static String conversation() {
        return TestDatabase.ask("SELECT id FROM conversation");
    }

    private static void revoke(String conversation, UUID revocation, int status) {
        given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType(ContentType.JSON)
                .body(Map.of("requestedAt", LATER))
                .put("/v1/conversations/" + conversation + "/code-revocations/" + revocation)
                .then()
                .statusCode(status);
    }
}
