package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class MorePageTest {

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void details_reach_the_team_once_however_often_they_are_sent() {
        var child = Visitor.plain();
        child.send("hello");
        Map<String, String> hidden = child.get("/more").hidden();
        for (int i = 0; i < 2; i++) {
            Answer thanks = child.post(
                    "/more", hidden, "name", "Jorinde", "age", "11 and a half", "council", "", "needs", "quiet rooms");
            assertThat(thanks.status()).isEqualTo(200);
            assertThat(thanks.body()).contains("We have added this").doesNotContain("11 and a half");
        }
        Wait.until(
                "details handed over", () -> FakeCaseService.calls("/details/").size() == 1);
        var handedOver = new JsonPath(FakeCaseService.calls("/details/").get(0).body());
        assertThat(handedOver.getString("name")).isEqualTo("Jorinde");
        assertThat(handedOver.getString("age")).isEqualTo("11 and a half");
        assertThat(handedOver.getString("council")).isNull();
        assertThat(handedOver.getString("urgency")).isEqualTo("standard");
        assertThat(details()).isEqualTo("1");
        assertThat(child.get("/more").body()).doesNotContain("Jorinde", "quiet rooms");
    }

    /** The first answer was lost on its way back, so the child writes more and sends the same page again. */
    @Test
    void what_was_added_before_it_was_sent_again_is_kept_too() {
        var child = Visitor.plain();
        child.send("hello");
        Map<String, String> hidden = child.get("/more").hidden();
        child.post("/more", hidden, "name", "Jorinde");

        child.post("/more", hidden, "name", "Jorinde", "livesIn", "a caravan by the sea");

        Wait.until("both handed over", () -> FakeCaseService.calls("/details/").size() == 2);
        assertThat(FakeCaseService.calls("/details/").get(1).body()).contains("a caravan by the sea");
    }

    /** Brothers and sisters share a browser. */
    @Test
    void what_one_child_adds_goes_to_their_own_message_though_another_has_sent_one_since() {
        var shared = Visitor.modern();
        shared.ask("happening", "one");
        String page = shared.get("/sent").body();
        String seen = page.split("src=\"(?=/sent/seen)")[1].split("\"")[0];
        String more = page.split("href=\"(?=/more)")[1].split("\"")[0];
        String first = TestDatabase.ask("select id from enquiry");
        shared.ask("happening", "two");

        shared.get(seen);
        shared.post("/more", shared.get(more).hidden(), "name", "Jorinde");

        Wait.until(
                "details handed over",
                () -> FakeCaseService.calls(first + "/details/").size() == 1);
        assertThat(shared.get("/sent").code()).isNotNull();
    }

    @Test
    void danger_in_an_added_answer_is_told_with_it_and_the_page_shows_where_help_is() {
        var child = Visitor.plain();
        child.send("hello");

        Answer thanks =
                child.post("/more", child.get("/more").hidden(), "livesIn", "with my uncle, i want to kill myself");

        assertThat(thanks.body()).contains("We have added this to your message.", "You can get help right now");
        Wait.until("handed over", () -> !FakeCaseService.calls("/details/").isEmpty());
        var told = new JsonPath(FakeCaseService.calls("/details/").get(0).body());
        assertThat(told.getString("urgency")).isEqualTo("immediate");
        assertThat(told.getString("urgencyReasons[0].code")).isEqualTo("danger-suicide");
    }

    @Test
    void it_works_without_cookies_from_the_page_that_showed_the_code() {
        var child = Visitor.withoutCookies();
        Answer sent = child.ask("happening", "hello");
        Answer form = child.post("/more", sent.hidden());
        assertThat(form.body()).contains("name=\"livesIn\"");
        assertThat(child.post("/more", form.hidden(), "name", "Jo").body()).contains("We have added this");
        assertThat(details()).isEqualTo("1");
    }

    @Test
    void a_bad_form_token_or_another_site_loses_nothing() {
        var child = Visitor.plain();
        child.send("hello");
        Map<String, String> hidden = child.get("/more").hidden();
        Answer again = child.post("/more", hidden, "formToken", "forged", "name", "Jo");
        assertThat(again.body()).contains("value=\"Jo\"", "Nothing is lost");
        assertThat(child.with("Sec-Fetch-Site", "cross-site")
                        .post("/more", hidden, "name", "Jo")
                        .body())
                .contains("value=\"Jo\"", "Nothing is lost");
        assertThat(details()).isEqualTo("0");
    }

    @Test
    void a_bad_append_token_opens_nothing_and_keeps_what_was_typed() {
        var child = Visitor.plain();
        child.send("hello");
        Map<String, String> hidden = child.get("/more").hidden();
        assertThat(child.post("/more", Map.of("appendToken", "forged")).body())
                .contains("We do not know which message this is for");
        assertThat(child.post("/more", hidden, "appendToken", "forged", "name", "Jo")
                        .body())
                .contains("value=\"Jo\"");
        assertThat(Visitor.plain().get("/more").body()).contains("We do not know which message this is for");
        assertThat(details()).isEqualTo("0");
    }

    @Test
    void an_answer_that_is_too_long_is_kept_on_the_page() {
        var child = Visitor.plain();
        child.send("hello");
        Answer page = child.post("/more", child.get("/more").hidden(), "age", "x".repeat(101), "name", "Jo");
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("<title>Error: ", "href=\"#age\"", "x".repeat(101), "value=\"Jo\"");
    }

    @Test
    void all_empty_is_fine() {
        var child = Visitor.plain();
        child.send("hello");
        assertThat(child.post("/more", child.get("/more").hidden(), "name", "  ")
                        .body())
                .contains("You left everything empty");
        assertThat(details()).isEqualTo("0");
    }

    private static String details() {
        return TestDatabase.ask("SELECT count(*) FROM enquiry_details");
    }
}
