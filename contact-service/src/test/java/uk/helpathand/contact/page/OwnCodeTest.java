package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.TestDatabase;

/** "Someone may have seen my code", on the child's own page. */
@QuarkusTest
class OwnCodeTest {

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void whoever_reads_ends_the_code_and_every_open_thread_and_the_team_is_told_once() {
        String code = Visitor.modern().send("my words");
        var other = reader(code);
        var child = reader(code);
        assertThat(child.get("/messages").body()).contains("href=\"/messages/code?of=");
        var page = child.get("/messages/code");
        assertThat(page.body()).contains("Stop my code now", "To get a new code, call us");

        var ended = child.post("/messages/code", page.hidden());
        child.post("/messages/code", page.hidden());

        assertThat(ended.status()).isEqualTo(200);
        assertThat(ended.body()).contains("Your code does not work any more");
        assertThat(child.get("/messages").body()).doesNotContain("my words");
        assertThat(other.get("/messages").body()).doesNotContain("my words");
        assertThat(Visitor.modern().post("/messages", Map.of(), "code", code).status())
                .isEqualTo(400);
        Wait.until("outbox empty", () -> "0".equals(TestDatabase.ask("select count(*) from outbox")));
        assertThat(FakeCaseService.calls("/code-revocations/")).hasSize(1);
        assertThat(new JsonPath(FakeCaseService.calls("/code-revocations/")
                                .get(0)
                                .body())
                        .getString("requestedAt"))
                .isNotNull();
    }

    @Test
    void who_does_not_read_and_another_site_end_nothing() {
        String code = Visitor.modern().send("my words");

        assertThat(Visitor.modern().get("/messages/code").header("Location")).isEqualTo("/messages");
        assertThat(Visitor.modern().post("/messages/code", Map.of()).header("Location"))
                .isEqualTo("/messages");
        var child = reader(code);
        child.with("Sec-Fetch-Site", "cross-site");
        assertThat(child.post("/messages/code", Map.of()).status()).isEqualTo(303);

        reader(code);
        assertThat(TestDatabase.ask("SELECT count(code_revoked_at) FROM conversation"))
                .isEqualTo("0");
    }

    /** Brothers and sisters share a browser. */
    @Test
    void a_page_of_one_child_ends_no_code_of_another_who_came_since() {
        String first = Visitor.modern().send("words of the first");
        String second = Visitor.modern().send("words of the second");
        var shared = reader(first);
        String link = shared.get("/messages")
                .body()
                .split("href=\"(?=/messages/code)")[1]
                .split("\"")[0];
        var page = shared.get(link);
        assertThat(page.body())
                .contains("Stop my code now", "href=\"" + link + "&amp;lang=ar\"")
                .doesNotContain("/messages/code?lang=ar");
        shared.post("/messages", Map.of(), "code", second);

        assertThat(shared.get(link).body()).doesNotContain("Stop my code now", "words of the second");
        assertThat(shared.post("/messages/code", page.hidden()).body()).doesNotContain("words of the second");

        assertThat(reader(first).get("/messages").body()).contains("words of the first");
        assertThat(reader(second).get("/messages").body()).contains("words of the second");
    }

    private static Visitor reader(String code) {
        var visitor = Visitor.modern();
        assertThat(visitor.post("/messages", Map.of(), "code", code).status()).isEqualTo(303);
        return visitor;
    }
}
