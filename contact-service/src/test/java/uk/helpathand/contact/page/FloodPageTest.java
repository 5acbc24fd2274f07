package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FakeCaseService.Call;
import uk.helpathand.contact.fixture.FloodLimits;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

/** Floods meet friction; a child never meets more than one button, and nobody's words wait for it. */
@QuarkusTest
class FloodPageTest {

    @Inject
    Conversations conversations;

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

    /** Trap 18 of the standards: a children's home is one address. */
    @Test
    void forty_children_behind_one_address_in_ten_minutes_all_get_through_and_notice_nothing() throws Exception {
        FloodLimits.USUAL.begin();
        var children = new ArrayList<Future<String>>();
        var pool = Executors.newFixedThreadPool(8);
        for (int i = 0; i < 40; i++) {
            String words = "they are moving all of us, I am child " + i;
            children.add(pool.submit(() -> {
                var child = Visitor.modern();
                Answer answer = child.ask("happening", words);
                assertThat(answer.status()).isEqualTo(303);
                assertThat(answer.header("Location")).isEqualTo("/sent");
                Answer sent = child.get("/sent");
                assertThat(sent.body()).doesNotContain("I am a person");
                return sent.code();
            }));
        }
        for (var code : children) {
            assertThat(conversations.find(code.get())).isPresent();
        }
        pool.shutdown();
        settled();
        assertThat(TestDatabase.ask("SELECT count(*) FROM enquiry")).isEqualTo("40");
        assertThat(handedOver()).hasSize(40).allMatch(enquiry -> !enquiry.getBoolean("unconfirmed"));
    }

    @Test
    void beyond_the_limit_all_is_stored_and_handed_over_at_once_and_one_button_is_asked_for() {
        new FloodLimits(2, 100, 100).begin();
        for (int i = 0; i < 2; i++) {
            assertThat(Visitor.modern().ask("happening", "child " + i).header("Location"))
                    .isEqualTo("/sent");
        }
        var child = Visitor.modern();
        Answer answer = child.ask("happening", "the third");
        assertThat(answer.header("Location")).isEqualTo("/confirm");
        settled();
        assertThat(handedOver())
                .extracting(enquiry -> enquiry.getBoolean("unconfirmed"))
                // In any order: they are three conversations.
                .containsExactlyInAnyOrder(false, false, true);
        Answer page = child.get("/confirm");
        assertThat(page.body()).contains("We have your message", "I am a person", "tel:999", "href=\"/sent\"");
        assertThat(page.code()).isNull();
        assertThat(child.post("/confirm", page.hidden()).header("Location")).isEqualTo("/sent");
        Answer sent = child.get("/sent");
        assertThat(conversations.find(sent.code())).isPresent();
        assertThat(sent.body()).doesNotContain("I am a person");
        settled();
        assertThat(confirmations()).hasSize(1);
        String enquiry = FakeCaseService.calls("/v1/enquiries/").stream()
                .filter(call -> call.body().contains("the third"))
                .findFirst()
                .orElseThrow()
                .path();
        assertThat(confirmations().get(0).path()).isEqualTo(enquiry + "/confirmation");
    }

    @Test
    void danger_meets_no_friction_whatever_comes_in() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.modern();
        assertThat(child.ask("happening", "he is here", "safe", "no").header("Location"))
                .isEqualTo("/sent");
        assertThat(child.get("/sent").body()).doesNotContain("I am a person").contains("You told us");
        settled();
        assertThat(handedOver().get(0).getBoolean("unconfirmed")).isFalse();
        assertThat(handedOver().get(0).getString("urgency")).isEqualTo("immediate");
    }

    @Test
    void an_adult_meets_the_same_button_and_none_where_there_is_danger() {
        FloodLimits.ALWAYS.begin();
        var adult = Adult.begins().answersWhatMustBe();
        assertThat(adult.sends().header("Location")).isEqualTo("/confirm");
        // What is handed over is the state of that moment: a press in between would rightly go with it.
        settled();
        Answer sent = adult.browser.get("/adult/sent");
        assertThat(sent.body()).contains("I am a person");
        assertThat(conversations.find(sent.code())).isPresent();
        assertThat(adult.browser.post("/confirm", sent.hidden()).header("Location"))
                .isEqualTo("/sent");
        assertThat(adult.browser.get("/sent").header("Location")).isEqualTo("/adult/sent");
        assertThat(adult.browser.get("/adult/sent").body()).doesNotContain("I am a person");
        settled();
        assertThat(confirmations()).hasSize(1);

        var inDanger = Adult.begins().answersWhatMustBe();
        inDanger.opens("/adult/danger?back=check").answers("danger", "yes");
        assertThat(inDanger.sends().header("Location")).isEqualTo("/adult/sent");
        assertThat(inDanger.browser.get("/adult/sent").body()).doesNotContain("I am a person");
        settled();
        assertThat(handedOver())
                .extracting(enquiry -> enquiry.getBoolean("unconfirmed"))
                .containsExactly(true, false);
    }

    @Test
    void brothers_and_sisters_with_the_same_words_are_no_flood() {
        FloodLimits.USUAL.begin();
        for (int i = 0; i < 6; i++) {
            assertThat(Visitor.modern()
                            .ask("happening", "we want to stay together with our nan")
                            .header("Location"))
                    .isEqualTo("/sent");
        }
    }

    @Test
    void pressing_twice_going_back_and_reloading_change_nothing() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.modern();
        child.ask("happening", "hello");
        Map<String, String> button = child.get("/confirm").hidden();
        for (int press = 0; press < 3; press++) {
            assertThat(child.post("/confirm", button).header("Location")).isEqualTo("/sent");
        }
        assertThat(child.get("/confirm").header("Location"))
                .as("Back, and the page is loaded anew")
                .isEqualTo("/sent");
        settled();
        assertThat(confirmations()).hasSize(1);
    }

    @Test
    void two_tabs_are_one_person() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.modern();
        child.ask("happening", "in the first tab");
        child.ask("happening", "in the second tab");
        child.post("/confirm", child.get("/confirm").hidden());
        settled();
        assertThat(confirmations()).hasSize(2);
        assertThat(TestDatabase.ask("SELECT count(*) FROM conversation WHERE confirmed_at IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void whoever_leaves_the_button_still_finds_code_and_button_at_sent() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.modern();
        child.ask("happening", "hello");
        child.get("/confirm");
        Answer sent = child.get("/sent");
        assertThat(conversations.find(sent.code())).isPresent();
        assertThat(sent.body()).contains("I am a person", "action=\"/confirm?lang=en\"");
        child.get("/sent/seen");
        Answer later = child.get("/sent");
        assertThat(later.code()).isNull();
        assertThat(later.body()).contains("I am a person");
        child.post("/confirm", later.hidden());
        assertThat(child.get("/sent").body()).doesNotContain("I am a person");
    }

    @Test
    void without_cookies_one_answer_has_code_and_button_and_pressing_keeps_the_code() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.withoutCookies();
        Answer sent = child.ask("happening", "hello");
        assertThat(sent.status()).isEqualTo(200);
        assertThat(conversations.find(sent.code())).isPresent();
        assertThat(sent.body()).contains("I am a person");
        Answer pressed = child.post("/confirm", sent.hidden());
        assertThat(pressed.status()).isEqualTo(200);
        assertThat(pressed.code()).isEqualTo(sent.code());
        assertThat(pressed.body()).doesNotContain("I am a person");
        var withoutTicket = new HashMap<>(sent.hidden());
        withoutTicket.put("ticket", "A".repeat(120));
        Answer forged = child.post("/confirm", withoutTicket);
        assertThat(forged.code()).isNull();
        assertThat(forged.body()).contains("Now we know that you are a person");
    }

    @Test
    void the_same_form_sent_again_leads_to_the_button_until_it_was_pressed() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.modern();
        Map<String, String> form = child.get("/ask").hidden();
        for (int click = 0; click < 2; click++) {
            assertThat(child.post("/ask", form, "happening", "hello").header("Location"))
                    .isEqualTo("/confirm");
        }
        child.post("/confirm", child.get("/confirm").hidden());
        assertThat(child.post("/ask", form, "happening", "hello").header("Location"))
                .isEqualTo("/sent");
        assertThat(TestDatabase.ask("SELECT count(*) FROM enquiry")).isEqualTo("1");
    }

    @Test
    void somebody_else_s_button_confirms_theirs_and_shows_nothing_of_it() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.modern();
        child.ask("happening", "mine");
        Map<String, String> button = child.get("/confirm").hidden();
        Answer pressed = Visitor.withoutCookies().post("/confirm", button);
        assertThat(pressed.status()).isEqualTo(200);
        assertThat(pressed.code()).isNull();
        assertThat(pressed.body()).doesNotContain("mine");
        settled();
        assertThat(confirmations()).hasSize(1);
    }

    @Test
    void an_unknown_button_and_one_pressed_by_another_site_confirm_nothing_and_lose_nothing() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.plain();
        child.ask("happening", "hello");
        Map<String, String> button = child.get("/confirm").hidden();
        assertThat(child.post("/confirm", Map.of("appendToken", "forged")).header("Location"))
                .isEqualTo("/confirm");
        assertThat(Visitor.withoutCookies()
                        .post("/confirm", Map.of("appendToken", "forged"))
                        .body())
                .contains("Your message is safe");
        assertThat(child.with("Sec-Fetch-Site", "cross-site")
                        .post("/confirm", button)
                        .header("Location"))
                .isEqualTo("/confirm");
        settled();
        assertThat(confirmations()).isEmpty();
    }

    @Test
    void whoever_comes_back_with_the_code_writes_again_or_tells_more_is_a_person() {
        FloodLimits.ALWAYS.begin();
        var reader = Visitor.modern();
        String code = reader.send("I come back");
        assertThat(reader.post("/messages", Map.of(), "code", code).status()).isEqualTo(303);
        settled();
        assertThat(confirmations()).hasSize(1);

        var teller = Visitor.modern();
        teller.send("I tell more");
        teller.post("/more", teller.get("/more").hidden(), "age", "9");
        settled();
        assertThat(confirmations()).hasSize(2);

        var writer = Visitor.modern();
        Map<String, String> form = writer.get("/ask").hidden();
        writer.post("/ask", form, "happening", "first");
        writer.post("/ask", form, "happening", "first, and then I went on");
        settled();
        assertThat(confirmations()).hasSize(3);
        List<Call> calls = FakeCaseService.calls();
        assertThat(calls.get(calls.size() - 1).path())
                .as("in the order of the thread")
                .contains("/contact-state");
    }

    @Test
    void a_failure_of_ours_shows_the_button_again_and_says_that_the_message_is_safe() {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.withoutCookies();
        Answer sent = child.ask("happening", "hello");
        TestDatabase.asOwner("REVOKE UPDATE ON conversation FROM app");
        Answer failed;
        try {
            failed = child.post("/confirm", sent.hidden());
        } finally {
            TestDatabase.asOwner("GRANT UPDATE ON conversation TO app");
        }
        assertThat(failed.status()).isEqualTo(503);
        assertThat(failed.body()).contains("your message is safe with us", "I am a person", "tel:999");
        assertThat(child.post("/confirm", failed.hidden()).code()).isEqualTo(sent.code());
    }

    @Test
    void many_presses_at_once_are_one_confirmation() throws Exception {
        FloodLimits.ALWAYS.begin();
        var child = Visitor.modern();
        child.ask("happening", "hello");
        Map<String, String> button = child.get("/confirm").hidden();
        var pool = Executors.newFixedThreadPool(12);
        var presses = new ArrayList<Future<Answer>>();
        for (int i = 0; i < 40; i++) {
            presses.add(pool.submit(() -> child.post("/confirm", button)));
        }
        for (var press : presses) {
            assertThat(press.get().header("Location")).isEqualTo("/sent");
        }
        pool.shutdown();
        settled();
        assertThat(confirmations()).hasSize(1);
    }

    private static void settled() {
        Wait.until("outbox empty", () -> "0".equals(TestDatabase.ask("select count(*) from outbox")));
    }

    private static List<JsonPath> handedOver() {
        return FakeCaseService.calls().stream()
                .filter(call -> call.path().matches("/v1/enquiries/[^/]+"))
                .map(call -> new JsonPath(call.body()))
                .toList();
    }

    private static List<Call> confirmations() {
        return FakeCaseService.calls("/confirmation");
    }
}
