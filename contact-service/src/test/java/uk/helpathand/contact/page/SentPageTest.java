package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class SentPageTest {

    @Inject
    Conversations conversations;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void the_page_shows_the_code_help_and_what_happens_next() {
        var child = Visitor.plain();
        child.ask("happening", "hello");
        Answer page = child.get("/sent");
        assertThat(page.code()).matches("([a-z]+ ){4}[0-9]{4}");
        assertThat(conversations.find(page.code())).isPresent();
        assertThat(page.body())
                .contains("A person reads your message by 5pm ", "tel:999", "tel:08001111")
                .contains("href=\"/more?of=", "href=\"/messages\"", "href=\"/leave\"")
                .doesNotContain("You told us that you are not safe");
    }

    @Test
    void a_client_that_is_no_browser_gets_the_code_once() {
        var child = Visitor.plain();
        assertThat(child.send("hello")).isNotNull();
        Answer again = child.get("/sent");
        assertThat(again.code()).isNull();
        assertThat(again.body()).contains("We have your message", "We showed you a code");
    }

    @Test
    void a_browser_gets_the_code_until_its_page_has_arrived() {
        var child = Visitor.modern();
        String code = child.send("hello");
        assertThat(child.get("/sent").code())
                .as("the first answer was lost on the way")
                .isEqualTo(code);
        assertThat(child.get("/sent").body()).contains("<img class=\"hh-seen\" src=\"/sent/seen?of=");
        Answer image = child.get("/sent/seen");
        assertThat(image.header("Content-Type")).isEqualTo("image/svg+xml");
        assertThat(image.header("Cache-Control")).isEqualTo("no-store");
        Answer after = child.get("/sent");
        assertThat(after.code()).isNull();
        assertThat(after.body()).contains("We have your message").doesNotContain("/sent/seen", code.split(" ")[0]);
    }

    @Test
    void the_image_is_the_last_thing_of_the_page() {
        var child = Visitor.modern();
        child.ask("happening", "hello");
        String page = child.get("/sent").body();
        assertThat(page.substring(page.indexOf("<img"))).matches("(?s)<img [^>]*>\\s*</body>\\s*</html>\\s*");
    }

    @Test
    void going_on_to_more_proves_that_the_page_was_seen() {
        var child = Visitor.modern();
        child.send("hello");
        child.get("/more");
        assertThat(child.get("/sent").code()).isNull();
    }

    @Test
    void only_the_browser_that_sent_sees_the_code_and_only_for_fifteen_minutes() {
        var child = Visitor.modern();
        assertThat(child.send("hello")).isNotNull();
        var other = Visitor.modern();
        other.get("/ask");
        assertThat(other.get("/sent").body()).contains("There is nothing to see here now");
        assertThat(Visitor.withoutCookies().get("/sent").body()).contains("There is nothing to see here now");
        other.get("/sent/seen");
        assertThat(child.get("/sent").code()).isNotNull();
        TestDatabase.asOwner("UPDATE conversation SET ticket_until = ticket_until - interval '15 minutes'");
        assertThat(child.get("/sent").body()).contains("There is nothing to see here now");
    }

    @Test
    void who_is_not_safe_reads_that_a_person_is_called_and_what_to_do() {
        var child = Visitor.plain();
        child.ask("happening", "hello", "safe", "no");
        assertThat(child.get("/sent").body())
                .contains("You told us that you are not safe", "Please do not wait for us", "tel:999");
        assertThat(Visitor.withoutCookies()
                        .ask("happening", "hello", "safe", "no")
                        .body())
                .contains("You told us that you are not safe");
    }
}
