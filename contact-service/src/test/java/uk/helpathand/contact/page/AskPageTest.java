package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.conversation.ThreadView;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class AskPageTest {

    private static final String FORGED = "A".repeat(32) + "." + "B".repeat(22);

    @Inject
    Conversations conversations;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void a_message_is_kept_before_the_answer_and_the_browser_goes_to_sent() {
        var child = Visitor.modern();
        Answer answer = child.ask("happening", "they r moving me friday");
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).isEqualTo("/sent");
        assertThat(enquiries()).isEqualTo(1);
    }

    @Test
    void the_first_visit_sets_one_cookie_that_no_script_and_no_other_site_can_use() {
        Answer page = Visitor.plain().get("/ask");
        assertThat(page.headers().allValues("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(cookie)
                .matches("__Host-hh=[A-Za-z0-9_-]{32};.*")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain", "Max-Age", "Expires"));
    }

    @Test
    void a_cookie_that_is_not_of_our_making_is_replaced() {
        var child = Visitor.plain();
        child.cookies.put("__Host-hh", "1");
        child.get("/ask");
        assertThat(child.cookies.get("__Host-hh")).hasSize(32);
    }

    @Test
    void words_of_every_script_arrive_as_they_were_sent() {
        List<String> all = List.of(
                "😭".repeat(20_000),
                "لا أريد الرحيل ".repeat(1_000).trim(),
                "\u202Eesrever\u2069 Z͑ͫ̓ͪa̸̢͛l̷g\u0000o",
                "line one\r\n\r\n  line three",
                ".",
                "\u0000");
        for (String words : all) {
            TestDatabase.empty();
            assertThat(Visitor.plain().ask("happening", words).status()).isEqualTo(303);
            assertThat(conversations.read(conversation(), ThreadView.END).entries())
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.text()).isEqualTo(words));
        }
    }

    @Test
    void bytes_that_are_no_text_are_no_reason_to_refuse() {
        for (String odd : List.of("%FF%FE", "%ED%A0%BD", "a%00b", "%F0%9F", "+")) {
            TestDatabase.empty();
            var child = Visitor.plain();
            String token = child.get("/ask").hidden().get("formToken");
            Answer answer = child.call(
                    "POST", "/ask", "application/x-www-form-urlencoded", "happening=x" + odd + "&formToken=" + token);
            assertThat(answer.status()).as(odd).isEqualTo(303);
            assertThat(enquiries()).isEqualTo(1);
        }
    }

    @Test
    void an_empty_message_is_asked_for_and_the_rest_stays() {
        var child = Visitor.plain();
        Answer page = child.ask(
                "happening",
                " \r\n ",
                "wanted",
                "<to stay> & \"be heard\"",
                "safe",
                "no",
                "reply",
                "call",
                "number",
                "07700 900123",
                "numberIs",
                "shared",
                "answersInText",
                "in-text",
                "safeTimes",
                "weekend-day",
                "safeNote",
                "not mum");
        assertThat(page.status()).isEqualTo(400);
        assertThat(enquiries()).isZero();
        assertThat(page.body())
                .contains("<title>Error: ", "There is a problem", "href=\"#happening\"", "id=\"happening-error\"")
                .contains("autofocus")
                .contains("&lt;to stay&gt; &amp; &quot;be heard&quot;")
                .contains("value=\"no\" checked", "value=\"call\" checked", "value=\"shared\" checked")
                .contains(
                        "value=\"in-text\" checked",
                        "value=\"weekend-day\" checked",
                        "value=\"07700 900123\"",
                        "not mum</textarea>");
        assertThat(child.post("/ask", page.hidden(), "happening", "hello").status())
                .isEqualTo(303);
    }

    @Test
    void twenty_thousand_letters_fit_however_they_are_made_and_one_more_is_kept_on_the_page() {
        var child = Visitor.plain();
        assertThat(child.ask("happening", "\r\n".repeat(10_000) + "😭".repeat(10_000))
                        .status())
                .isEqualTo(303);
        TestDatabase.empty();
        String tooLong = "a".repeat(19_999) + "😭z";
        Answer page = child.ask("happening", tooLong, "wanted", "w".repeat(20_001), "safeNote", "n".repeat(20_001));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body())
                .contains(tooLong + "</textarea>", "20,001 letters", "We can take 20,000")
                .contains("href=\"#wanted\"", "href=\"#safeNote\"");
        assertThat(enquiries()).isZero();
    }

    @Test
    void a_text_that_begins_with_an_empty_line_comes_back_with_it() {
        Answer page = Visitor.plain().ask("happening", "\r\nx".repeat(10_001));
        assertThat(page.body()).contains("<textarea").contains(">\n\r\nx");
    }

    @Test
    void a_missing_or_forged_token_loses_nothing() {
        for (String token : List.of("", FORGED, "....", "ü")) {
            var child = Visitor.plain();
            Answer page = child.post("/ask", Map.of("formToken", token), "happening", "ninety minutes of words");
            assertThat(page.status()).as(token).isEqualTo(200);
            assertThat(page.body()).contains("ninety minutes of words</textarea>", "press Send again");
            assertThat(enquiries()).isZero();
            assertThat(child.post("/ask", page.hidden(), "happening", "ninety minutes of words")
                            .status())
                    .isEqualTo(303);
            TestDatabase.empty();
        }
    }

    @Test
    void a_form_from_another_site_is_shown_first_and_sent_by_the_child_only() {
        var child = Visitor.plain();
        Map<String, String> hidden = child.get("/ask").hidden();
        for (String site : List.of("cross-site", "same-site")) {
            Answer page = child.with("Sec-Fetch-Site", site).post("/ask", hidden, "happening", "planted");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).contains("planted</textarea>");
            assertThat(page.hidden().get("formToken")).isNotEqualTo(hidden.get("formToken"));
        }
        assertThat(enquiries()).isZero();
    }

    @Test
    void the_same_form_sent_twice_is_one_enquiry() {
        var child = Visitor.plain();
        Map<String, String> hidden = child.get("/ask").hidden();
        assertThat(child.post("/ask", hidden, "happening", "hello").header("Location"))
                .isEqualTo("/sent");
        assertThat(child.post("/ask", hidden, "happening", "hello").header("Location"))
                .isEqualTo("/sent");
        assertThat(enquiries()).isEqualTo(1);
        assertThat(child.get("/sent").code()).isNotNull();
    }

    @Test
    void the_same_form_without_its_cookie_says_only_that_we_have_it() {
        var child = Visitor.plain();
        Map<String, String> hidden = child.get("/ask").hidden();
        child.post("/ask", hidden, "happening", "hello");
        for (var stranger : List.of(Visitor.withoutCookies(), someoneElse())) {
            Answer page = stranger.post("/ask", hidden, "happening", "hello");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.code()).isNull();
            assertThat(page.body()).contains("We have your message").doesNotContain(">help<");
        }
        assertThat(enquiries()).isEqualTo(1);
    }

    @Test
    void the_same_words_in_two_forms_are_two_enquiries() {
        Visitor.plain().ask("happening", "help us");
        Visitor.plain().ask("happening", "help us");
        assertThat(enquiries()).isEqualTo(2);
    }

    @Test
    void many_clicks_at_once_are_one_enquiry_and_every_click_is_answered() throws Exception {
        var child = Visitor.plain();
        Map<String, String> hidden = child.get("/ask").hidden();
        var clicks = new ArrayList<Future<Answer>>();
        var pool = Executors.newFixedThreadPool(12);
        for (int i = 0; i < 12; i++) {
            clicks.add(pool.submit(() -> child.post("/ask", hidden, "happening", "hello")));
        }
        for (var click : clicks) {
            assertThat(click.get().header("Location")).isEqualTo("/sent");
        }
        pool.shutdown();
        assertThat(enquiries()).isEqualTo(1);
        assertThat(child.get("/sent").code()).isNotNull();
    }

    @Test
    void without_cookies_the_answer_itself_holds_the_code_once() {
        var child = Visitor.withoutCookies();
        Map<String, String> hidden = child.get("/ask").hidden();
        Answer first = child.post("/ask", hidden, "happening", "hello");
        assertThat(first.status()).isEqualTo(200);
        assertThat(conversations.find(first.code())).isPresent();
        assertThat(child.post("/ask", hidden, "happening", "hello").code()).isNull();
    }

    @Test
    void side_fields_never_hold_a_message_back() {
        assertThat(Visitor.plain()
                        .ask(
                                "happening",
                                "hello",
                                "safe",
                                "perhaps",
                                "reply",
                                "pigeon",
                                "numberIs",
                                "god's",
                                "safeTimes",
                                "never")
                        .status())
                .isEqualTo(303);
        assertThat(contact()).isEqualTo(new SafeContact(1, ReplyBy.CODE, null, null, null, List.of(), null));
        TestDatabase.empty();
        assertThat(Visitor.plain().ask("happening", "hello", "reply", "text").status())
                .isEqualTo(303);
        assertThat(contact().replyBy()).isEqualTo(ReplyBy.TEXT);
    }

    @Test
    void how_to_answer_is_kept_as_it_was_said() {
        Visitor.plain()
                .ask(
                        "happening",
                        "hello",
                        "reply",
                        "email",
                        "number",
                        "my nans 07700 900123 i think",
                        "numberIs",
                        "someone-else",
                        "email",
                        "me at x",
                        "safeTimes",
                        "weekday-evening",
                        "safeNote",
                        "say youre the dentist");
        assertThat(contact())
                .isEqualTo(new SafeContact(
                        1,
                        ReplyBy.EMAIL,
                        "my nans 07700 900123 i think",
                        NumberIs.SOMEONE_ELSE,
                        "me at x",
                        List.of(SafeTime.WEEKDAY_EVENING),
                        "say youre the dentist"));
    }

    @Test
    void nobody_has_the_answer_in_a_text_who_did_not_tick_it() {
        assertThat(Visitor.plain().get("/ask").body())
                .contains("value=\"in-text\"><label", "anyone who looks at the phone can read it")
                .doesNotContain("value=\"in-text\" checked");
        byText("numberIs", "mine");
        assertThat(contact().answersInText()).isNull();
        TestDatabase.empty();
        byText("numberIs", "mine", "answersInText", "perhaps");
        assertThat(contact().answersInText()).isNull();
    }

    @Test
    void the_answer_in_a_text_is_kept_as_it_was_ticked_and_taken_back_by_the_same_form() {
        var child = Visitor.plain();
        String[] ticked = {
            "happening",
            "hello",
            "reply",
            "text",
            "number",
            "07700 900123",
            "numberIs",
            "mine",
            "answersInText",
            "in-text"
        };
        Map<String, String> hidden = child.get("/ask").hidden();
        assertThat(child.post("/ask?to=ar", hidden, ticked).body()).contains("value=\"in-text\" checked");
        child.post("/ask", hidden, ticked);
        assertThat(contact().answersInText()).isTrue();
        child.post("/ask", hidden, ticked);
        assertThat(contact().version()).isEqualTo(1);

        child.post("/ask", hidden, java.util.Arrays.copyOf(ticked, ticked.length - 2));
        assertThat(contact().answersInText()).isNull();
        assertThat(contact().number()).isEqualTo("07700 900123");
    }

    /** Else the rules would refuse the whole text, and a child who is to get a notice got nothing. */
    @Test
    void on_a_phone_that_others_use_and_without_a_text_the_tick_counts_as_not_made() {
        for (String whose : List.of("shared", "someone-else")) {
            byText("numberIs", whose, "answersInText", "in-text");
            assertThat(contact().answersInText()).as(whose).isNull();
            assertThat(contact().replyBy()).isEqualTo(ReplyBy.TEXT);
            TestDatabase.empty();
        }
        byText("answersInText", "in-text");
        assertThat(contact().answersInText()).as("nobody said whose it is").isNull();
        TestDatabase.empty();
        byText("reply", "call", "numberIs", "mine", "answersInText", "in-text");
        assertThat(contact().answersInText()).isNull();
        assertThat(contact().replyBy()).isEqualTo(ReplyBy.CALL);
    }

    private static void byText(String... more) {
        Map<String, String> form = Visitor.plain().get("/ask").hidden();
        form.putAll(Map.of("happening", "hello", "reply", "text", "number", "07700 900123"));
        assertThat(Visitor.plain().post("/ask", form, more).status()).isLessThan(400);
    }

    @Test
    void a_story_in_the_number_field_is_kept_with_the_note() {
        String story = "i dont have one because ".repeat(20).trim();
        assertThat(Visitor.plain()
                        .ask("happening", "hello", "number", story, "safeNote", "careful")
                        .status())
                .isEqualTo(303);
        assertThat(contact().number()).isNull();
        assertThat(contact().safeNote()).isEqualTo("careful\n" + story);
    }

    @Test
    void right_after_sending_the_page_says_so_and_lets_the_browser_fill_nothing_in() {
        var child = Visitor.plain();
        assertThat(child.get("/ask").body()).contains("autocomplete=\"off\" data-first");
        assertThat(child.get("/ask").body()).contains("novalidate autocomplete=\"on\">");
        child.ask("happening", "hello");
        assertThat(child.get("/ask").body())
                .contains("We got the message you just sent", "href=\"/sent\"")
                .contains("novalidate autocomplete=\"off\">");
    }

    @Test
    void with_the_database_away_the_words_stay_on_the_page_and_go_through_later() {
        var child = Visitor.plain();
        child.get("/ask");
        Map<String, String> hidden = child.get("/ask").hidden();
        TestDatabase.asOwner("REVOKE INSERT ON conversation FROM app");
        try {
            Answer page = child.post("/ask", hidden, "happening", "do not lose me");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body())
                    .contains("do not lose me</textarea>", "999", "0800 1111", "Your words are still here");
            assertThat(page.hidden()).isEqualTo(hidden);
        } finally {
            TestDatabase.asOwner("GRANT INSERT ON conversation TO app");
        }
        assertThat(child.post("/ask", hidden, "happening", "do not lose me").status())
                .isEqualTo(303);
    }

    @Test
    void help_stands_before_the_button_and_nothing_is_required_by_the_browser() {
        String page = Visitor.plain().get("/ask").body();
        assertThat(page.indexOf("tel:999")).isPositive().isLessThan(page.indexOf("<button class=\"hh-button\""));
        assertThat(page.indexOf("tel:08001111")).isPositive().isLessThan(page.indexOf("<button class=\"hh-button\""));
        assertThat(page).doesNotContain(" required").doesNotContain("maxlength").contains("value=\"code\" checked");
    }

    @Test
    void neither_address_nor_browser_is_kept() {
        Visitor.plain()
                .with("User-Agent", "canary-agent")
                .with("X-Forwarded-For", "203.0.113.77")
                .with("Accept-Language", "canary-language")
                .ask("happening", "hello");
        assertThat(TestDatabase.ask("""
                SELECT count(*) FROM information_schema.tables t
                WHERE t.table_schema = 'public' AND t.table_name <> 'databasechangelog'
                AND query_to_xml(format('SELECT * FROM %I', t.table_name), true, true, '')::text
                    ~ 'canary-|203\\.0\\.113|127\\.0\\.0\\.1'
                """)).isEqualTo("0");
    }

    private SafeContact contact() {
        UUID id = conversation();
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> Conversation.get(id).safeContact(conversations.cipherOf(id)));
    }

    private static Visitor someoneElse() {
        var other = Visitor.plain();
        other.get("/ask");
        return other;
    }

    private static UUID conversation() {
        return UUID.fromString(TestDatabase.ask("SELECT id FROM conversation"));
    }

    private static int enquiries() {
        return Integer.parseInt(TestDatabase.ask("SELECT count(*) FROM enquiry"));
    }
}
