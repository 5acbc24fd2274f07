package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FloodLimits;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

/** Danger in the words: the team sees it with its reason, the child sees help first, and nothing claims to have read it. */
@QuarkusTest
class DangerPageTest {

    private static final String DANGER = "they said no again. im going to kill myself tonight";

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    /** Or the next test would see what this one still hands over. */
    @AfterEach
    void nothingIsOwed() {
        settled();
    }

    @Test
    void danger_in_the_words_is_immediate_with_its_reason_and_help_stands_first() {
        var child = Visitor.modern();
        child.ask("happening", DANGER, "safe", "yes");
        Answer sent = child.get("/sent");
        assertThat(sent.body())
                .contains("Are you in danger, or could you hurt yourself?", "also in the evening or at the weekend")
                .doesNotContain("You told us that you are not safe");
        assertThat(sent.body().indexOf("tel:999")).isLessThan(sent.body().indexOf("data-return-code"));
        settled();
        JsonPath enquiry = handedOver("/v1/enquiries/");
        assertThat(enquiry.getString("urgency")).isEqualTo("immediate");
        assertThat(enquiry.getList("urgencyReasons.code")).contains("danger-suicide");
        assertThat(enquiry.getString("happening")).isEqualTo(DANGER);
    }

    @Test
    void what_a_child_wants_to_happen_is_read_too_and_together_with_what_is_happening() {
        Visitor.modern().ask("happening", "nobody listens. i am going to", "wanted", "kill myself");
        settled();
        assertThat(handedOver("/v1/enquiries/").getString("urgency")).isEqualTo("immediate");
    }

    @Test
    void danger_is_not_held_up_in_a_flood() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.modern();
        assertThat(child.ask("happening", DANGER).header("Location")).isEqualTo("/sent");
        settled();
        assertThat(handedOver("/v1/enquiries/").getBoolean("unconfirmed")).isFalse();
    }

    @Test
    void a_later_message_is_judged_with_those_before_it_and_the_thread_shows_help_first() {
        var child = Visitor.modern();
        String code = child.send("hi, my placement is ending and i dont know what to do. i am going to");
        child.post("/messages", Map.of(), "code", code);
        assertThat(child.get("/messages").body()).doesNotContain("could you hurt yourself");
        child.post("/messages", child.get("/messages").hidden(), "text", "kill myself");
        Answer thread = child.get("/messages?sent=yes");
        assertThat(thread.body()).contains("Are you in danger, or could you hurt yourself?");
        assertThat(thread.body().indexOf("could you hurt yourself"))
                .isLessThan(thread.body().indexOf("We have your new message"));
        settled();
        JsonPath message = handedOver("/messages/");
        assertThat(message.getString("urgency")).isEqualTo("immediate");
        assertThat(message.getList("urgencyReasons.code")).contains("danger-suicide");

        child.post("/messages", child.get("/messages").hidden(), "text", "thank you for asking");
        assertThat(child.get("/messages?sent=yes").body()).doesNotContain("could you hurt yourself");
        settled();
        List<FakeCaseService.Call> messages = FakeCaseService.calls("/messages/");
        assertThat(new JsonPath(messages.get(messages.size() - 1).body()).getString("urgency"))
                .isEqualTo("standard");
    }

    @Test
    void a_message_after_the_thread_was_closed_points_to_help_too() {
        var child = Visitor.modern();
        String code = child.send("hello");
        child.post("/messages", Map.of(), "code", code);
        Map<String, String> form = child.get("/messages").hidden();
        Answer got = Visitor.withoutCookies().post("/messages", form, "text", DANGER);
        assertThat(got.body()).contains("could you hurt yourself", "tel:999", "We have your new message");
    }

    @Test
    void the_same_form_with_other_words_is_screened_again() {
        var child = Visitor.modern();
        Map<String, String> form = child.get("/ask").hidden();
        child.post("/ask", form, "happening", "hello");
        child.post("/ask", form, "happening", DANGER);
        settled();
        assertThat(handedOver("/messages/").getString("urgency")).isEqualTo("immediate");
    }

    @Test
    void abuse_of_staff_is_stored_as_it_came_and_handed_over_with_a_warning() {
        Visitor.modern().ask("happening", "fuck off you useless idiots", "wanted", "send nudes");
        settled();
        JsonPath enquiry = handedOver("/v1/enquiries/");
        assertThat(enquiry.getString("happening")).isEqualTo("fuck off you useless idiots");
        assertThat(enquiry.getList("contentWarnings")).contains("abusive-insult", "abusive-sexual");

        var child = Visitor.modern();
        String code = child.send("hello");
        child.post("/messages", Map.of(), "code", code);
        child.post("/messages", child.get("/messages").hidden(), "text", "i will find you and stab you");
        settled();
        JsonPath message = handedOver("/messages/");
        assertThat(message.getList("contentWarnings")).contains("abusive-threat-to-staff");
        assertThat(message.getString("urgency")).isEqualTo("high");
    }

    @Test
    void what_an_adult_passes_on_of_a_child_is_read_too() {
        var adult = Adult.begins().answersWhatMustBe();
        adult.opens("/adult/children/1/wish").answers("words", "she said she is going to kill herself tonight");
        adult.sends();
        assertThat(adult.browser.get("/adult/sent").body()).contains("A person is called to look at it now");
        settled();
        JsonPath enquiry = handedOver("/v1/enquiries/");
        assertThat(enquiry.getString("urgency")).isEqualTo("immediate");
        assertThat(enquiry.getList("urgencyReasons.code")).contains("danger-suicide");
    }

    @Test
    void what_was_done_to_a_child_has_no_warning() {
        Visitor.modern().ask("happening", "he said send nudes or he tells my mum");
        settled();
        assertThat(handedOver("/v1/enquiries/").getList("contentWarnings")).isEmpty();
    }

    private static void settled() {
        Wait.until("outbox empty", () -> "0".equals(TestDatabase.ask("select count(*) from outbox")));
    }

    private static JsonPath handedOver(String pathPart) {
        return new JsonPath(FakeCaseService.calls(pathPart).get(0).body());
    }
}
