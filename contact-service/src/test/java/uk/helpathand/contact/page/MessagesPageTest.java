package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

@QuarkusTest
class MessagesPageTest {

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    /** Brothers and sisters share a browser. */
    @Test
    void a_form_of_one_child_is_not_shown_again_in_the_thread_of_another_who_came_since() {
        String first = Visitor.modern().send("words of the first");
        String second = Visitor.modern().send("words of the second");
        var shared = Visitor.modern();
        shared.post("/messages", Map.of(), "code", first);
        var page = shared.get("/messages");
        shared.post("/messages", Map.of(), "code", second);

        var again = shared.post("/messages", page.hidden(), "text", " ");
        var switched = shared.post("/messages?to=ar", page.hidden(), "text", "more");

        assertThat(again.body()).doesNotContain("words of the");
        assertThat(switched.body()).doesNotContain("words of the");
    }

    @Test
    void the_code_opens_the_thread_for_a_while() {
        String code = Visitor.plain().send("they r moving me <b>friday</b>");
        var child = Visitor.plain();
        Answer opened = child.post("/messages", Map.of(), "code", code);
        assertThat(opened.status()).isEqualTo(303);
        assertThat(opened.header("Location")).isEqualTo("/messages");
        assertThat(opened.headers().allValues("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(cookie)
                .matches("__Host-read=[A-Za-z0-9_-]{32};.*")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Max-Age"));
        assertThat(child.get("/messages").body())
                .contains("dir=\"auto\">they r moving me &lt;b&gt;friday&lt;/b&gt;</div>", "<strong>You</strong>")
                .contains("We have your message. A person reads it by 5pm ");
        TestDatabase.asOwner("UPDATE reading_session SET last_seen_at = last_seen_at - interval '10 minutes'");
        Answer closed = child.get("/messages");
        assertThat(closed.body())
                .contains("Your messages are closed now", "name=\"code\"")
                .doesNotContain("friday");
        assertThat(child.cookies).doesNotContainKey("__Host-read");
    }

    @Test
    void who_is_not_safe_reads_on_the_thread_what_was_said_after_sending() {
        var child = Visitor.modern();
        child.ask("happening", "he is here", "safe", "no");
        Answer sent = child.get("/sent");
        var back = Visitor.modern();
        back.post("/messages", Map.of(), "code", sent.code());

        String promised = "A person in our team looks at your message as soon as they can";
        assertThat(sent.body()).contains(promised);
        assertThat(back.get("/messages").body()).contains(promised).doesNotContain("reads it by");
    }

    @Test
    void a_code_that_cannot_be_looked_up_now_is_still_on_the_page() {
        String code = Visitor.plain().send("hello");
        var child = Visitor.plain();
        TestDatabase.asOwner("REVOKE INSERT ON reading_session FROM app");
        try {
            Answer page = child.post("/messages", Map.of(), "code", code);
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains(code, "Your code is still here");
        } finally {
            TestDatabase.asOwner("GRANT INSERT ON reading_session TO app");
        }
        assertThat(child.post("/messages", Map.of(), "code", code).status()).isEqualTo(303);
    }

    @Test
    void a_code_may_be_typed_badly() {
        String code = Visitor.plain().send("hello");
        String[] words = code.split(" ");
        String oneLetterWrong = "x" + words[0].substring(1);
        for (String typed : List.of(
                code.toUpperCase(Locale.ROOT),
                "  " + code.replace(" ", " , ") + ". ",
                code.replace(" ", "-"),
                code.replace(words[0], oneLetterWrong),
                String.join("\n", words))) {
            assertThat(Visitor.plain()
                            .post("/messages", Map.of(), "code", typed)
                            .status())
                    .as(typed)
                    .isEqualTo(303);
        }
    }

    @Test
    void wrong_unknown_revoked_and_expired_codes_look_alike() {
        String revoked = Visitor.plain().send("hello");
        TestDatabase.asOwner("UPDATE conversation SET code_revoked_at = now()");
        String expired = Visitor.plain().send("hello");
        TestDatabase.asOwner("UPDATE conversation SET code_expires_at = now() WHERE code_revoked_at IS NULL");
        var answers = new LinkedHashSet<String>();
        for (String code : List.of(revoked, expired, "not a code", "0")) {
            Answer answer = Visitor.plain().post("/messages", Map.of(), "code", code);
            answers.add(answer.status()
                    + answer.headers().map().keySet().toString()
                    + answer.body().replace("value=\"" + code + "\"", "value=\"\""));
        }
        assertThat(answers).hasSize(1).first().asString().startsWith("400").contains("We cannot find messages");
    }

    @Test
    void no_code_at_all_is_asked_for() {
        Answer page = Visitor.plain().post("/messages", Map.of(), "code", " ");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("<title>Error: ", "Type the code", "autocomplete=\"off\"");
    }

    @Test
    void another_site_cannot_open_a_thread_in_somebodys_browser() {
        String code = Visitor.plain().send("hello");
        var victim = Visitor.plain().with("Sec-Fetch-Site", "cross-site");
        Answer page = victim.post("/messages", Map.of(), "code", code);
        assertThat(page.status()).isEqualTo(200);
        assertThat(victim.cookies).isEmpty();
    }

    @Test
    void reply_and_what_happens_next_are_on_the_page() {
        var child = reader("hello");
        UUID id = UUID.fromString(TestDatabase.ask("SELECT id FROM conversation"));
        assertThat(child.get("/messages").body()).as("nobody has answered yet").contains("hh-drawing");
        handOver(id, "/messages/" + UUID.randomUUID(), """
                {"author":"team","text":"مرحبا. We are here.","sentAt":"2026-11-02T10:15:00Z"}""");
        handOver(id, "/progress", """
                {"version":1,"stage":"working","nextStep":"We talk to your social worker.","by":"2099-01-05"}""");
        assertThat(child.get("/messages").body())
                .doesNotContain("hh-drawing")
                .contains("<strong>Help at Hand</strong>", "مرحبا. We are here.", "A person is working on this")
                .contains(
                        "We talk to your social worker.",
                        "This should happen on Monday 5 January 2099, at the latest.");
    }

    @Test
    void a_guide_that_a_reply_names_is_a_link_under_it_that_works() {
        var child = reader("they r moving me");
        UUID id = UUID.fromString(TestDatabase.ask("SELECT id FROM conversation"));
        handOver(id, "/messages/" + UUID.randomUUID(), """
                {"author":"team","text":"You can ask them to wait.","sentAt":"2026-11-02T10:15:00Z","guide":"moving"}""");
        String thread = child.get("/messages").body();
        assertThat(thread.split("hh-guide-link")).hasSize(2);
        assertThat(thread.substring(thread.indexOf("You can ask them to wait.")))
                .contains("<a class=\"hh-guide-link\" href=\"/guides/moving\"", "<strong>Do I have to move?</strong>");
        assertThat(child.get("/guides/moving").body()).contains("<h1>Do I have to move?</h1>");
    }

    @Test
    void writing_again_adds_a_message_once() {
        var child = reader("hello");
        Map<String, String> hidden = child.get("/messages").hidden();
        for (int i = 0; i < 2; i++) {
            Answer answer = child.post("/messages", hidden, "text", "and another thing");
            assertThat(answer.status()).isEqualTo(303);
            assertThat(answer.header("Location")).isEqualTo("/messages?sent=yes");
        }
        assertThat(child.get("/messages?sent=yes").body())
                .contains("We have your new message", "and another thing</div>");
        assertThat(messages()).isEqualTo(2);
    }

    @Test
    void writing_works_after_reading_has_ended_and_shows_nothing_of_the_thread() {
        var child = reader("a secret");
        Map<String, String> hidden = child.get("/messages").hidden();
        TestDatabase.asOwner("DELETE FROM reading_session");
        Answer answer = child.post("/messages", hidden, "text", "typed for an hour");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .contains("We have your new message", "Your messages are closed now")
                .doesNotContain("a secret", "typed for an hour");
        assertThat(messages()).isEqualTo(2);
        Answer tooLong = child.post("/messages", hidden, "text", "y".repeat(20_001));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.body()).contains("y".repeat(20_001)).doesNotContain("a secret");
    }

    @Test
    void empty_over_long_and_badly_signed_messages_stay_on_the_page() {
        var child = reader("hello");
        Map<String, String> hidden = child.get("/messages").hidden();
        Answer empty = child.post("/messages", hidden, "text", " ");
        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.body()).contains("Write your message first", "href=\"#text\"");
        Answer tooLong = child.post("/messages", hidden, "text", "😭".repeat(20_001));
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.body()).contains("😭".repeat(20_001) + "</textarea>");
        Answer forged = child.post("/messages", hidden, "formToken", "forged", "text", "keep me");
        assertThat(forged.status()).isEqualTo(200);
        assertThat(forged.body()).contains("keep me</textarea>", "press Send again");
        assertThat(messages()).isEqualTo(1);
        assertThat(child.post("/messages", forged.hidden(), "text", "keep me").status())
                .isEqualTo(303);
    }

    @Test
    void a_message_that_belongs_nowhere_is_not_thrown_away() {
        Answer page =
                Visitor.plain().post("/messages", Map.of("formToken", "x", "appendToken", "forged"), "text", "keep me");
        assertThat(page.body()).contains("keep me</textarea>", "Copy them");
    }

    @Test
    void a_message_that_cannot_be_taken_in_stays_on_the_page() {
        var child = reader("a secret");
        Map<String, String> hidden = child.get("/messages").hidden();
        TestDatabase.asOwner("REVOKE INSERT ON message FROM app");
        try {
            Answer page = child.post("/messages", hidden, "text", "keep me");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body()).contains("keep me</textarea>", "Your words are still here");
        } finally {
            TestDatabase.asOwner("GRANT INSERT ON message TO app");
        }
        assertThat(child.post("/messages", hidden, "text", "keep me").status()).isEqualTo(303);
    }

    private static Visitor reader(String words) {
        String code = Visitor.plain().send(words);
        var child = Visitor.plain();
        child.post("/messages", Map.of(), "code", code);
        return child;
    }

    private static void handOver(UUID conversation, String path, String body) {
        RestAssured.given()
                .auth()
                .oauth2(TestRealm.token("service-account-case-service", "handover"))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/conversations/" + conversation + path)
                .then()
                .statusCode(204);
    }

    private static int messages() {
        return Integer.parseInt(TestDatabase.ask("SELECT count(*) FROM message"));
    }
}
