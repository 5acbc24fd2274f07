package uk.helpathand.contact.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FakeCaseService.Call;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** What a child told an adviser about safe contact, as it arrives where the child is. */
@QuarkusTest
class ToldSafeContactTest {

    private static final String LATER = "2099-01-01T10:00:00Z";
    private static final String BEFORE = "2020-01-01T10:00:00Z";

    @Inject
    Conversations conversations;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void every_open_thread_closes_a_waiting_code_is_not_shown_and_the_code_goes_on_opening() {
        String code = Visitor.modern().send("they have my phone");
        var reader = Visitor.modern();
        reader.post("/messages", Map.of(), "code", code);
        assertThat(reader.get("/messages").body()).contains("they have my phone");

        put(conversation(), 1, LATER);

        assertThat(reader.get("/messages").body()).doesNotContain("they have my phone");
        assertThat(Visitor.modern().post("/messages", Map.of(), "code", code).status())
                .isEqualTo(303);

        TestDatabase.empty();
        var child = Visitor.modern();
        child.ask("happening", "help");
        put(conversation(), 1, LATER);
        assertThat(child.get("/sent").code()).isNull();
    }

    @Test
    void it_is_told_back_once_with_the_version_that_staff_know() {
        Visitor.modern().send("help");
        put(conversation(), 3, LATER);
        put(conversation(), 3, LATER);
        put(conversation(), 2, LATER);
        settled();

        List<Call> told = FakeCaseService.calls("/" + conversation() + "/contact-state");
        assertThat(told).hasSize(1);
        assertThat(told.get(0).query()).isEqualTo("staffVersion=3&wordsVersion=0");
        assertThat(new JsonPath(told.get(0).body()).getString("safeNote")).isEqualTo("told 3");
    }

    @Test
    void what_the_child_has_set_since_stays_and_is_told_back() {
        Visitor.modern().send("help");
        UUID conversation = UUID.fromString(conversation());
        var own = new SafeContact(0, ReplyBy.CODE, null, null, null, List.of(), "my own");
        conversations.setSafeContact(conversation, own);

        put(conversation.toString(), 1, BEFORE);
        settled();

        List<Call> told = FakeCaseService.calls("/" + conversation() + "/contact-state");
        Call last = told.get(told.size() - 1);
        assertThat(last.query()).isEqualTo("staffVersion=1&wordsVersion=0");
        assertThat(new JsonPath(last.body()).getString("safeNote")).isEqualTo("my own");
    }

    private static String conversation() {
        return TestDatabase.ask("SELECT id FROM conversation");
    }

    private static void put(String conversation, int version, String toldAt) {
        given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType(ContentType.JSON)
                .queryParam("toldAt", toldAt)
                .body(Map.of(
                        "version", version, "replyBy", "code", "safeTimes", List.of(), "safeNote", "told " + version))
                .put("/v1/conversations/" + conversation + "/safe-contact")
                .then()
                .statusCode(204);
    }

    private static void settled() {
        Wait.until("outbox empty", () -> "0".equals(TestDatabase.ask("select count(*) from outbox")));
    }
}
