package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

@QuarkusTest
class LanguagesTest {

    private static final String ARABIC = "<html lang=\"ar\" dir=\"rtl\"";
    private static final String ENGLISH = "<html lang=\"en\" dir=\"ltr\"";

    @Inject
    Languages languages;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void the_first_page_is_in_the_language_the_browser_prefers_as_far_as_we_speak_it() {
        Map.of(
                        "ar", ARABIC,
                        "ar-SY,ar;q=0.9,en;q=0.8", ARABIC,
                        "fr, ar;q=0.5", ARABIC,
                        "en-GB,en;q=0.9,ar;q=0.8", ENGLISH,
                        "fr", ENGLISH,
                        "*", ENGLISH,
                        "xx-yy, ;q", ENGLISH,
                        "ar;q=nonsense", ENGLISH,
                        "\u00FF\u00FE,,,;;;", ENGLISH)
                .forEach((wish, expected) -> {
                    Answer page = Visitor.plain().with("Accept-Language", wish).get("/ask");
                    assertThat(page.status()).as(wish).isEqualTo(200);
                    assertThat(page.body()).as(wish).contains(expected, "href=\"/leave\"");
                });
    }

    @Test
    void a_choice_is_remembered_for_the_session_only_and_goes_before_the_browsers_wish() {
        var child = Visitor.plain().with("Accept-Language", "en");
        Answer chosen = child.get("/?lang=ar");
        assertThat(chosen.body()).contains(ARABIC);
        assertThat(chosen.headers().allValues("Set-Cookie")).singleElement().satisfies(cookie -> assertThat(cookie)
                .startsWith("__Host-lang=ar;")
                .contains("Path=/", "Secure", "HTTPOnly", "SameSite=Lax")
                .doesNotContain("Domain", "Max-Age", "Expires"));
        for (String address : List.of("/", "/ask", "/messages", "/privacy", "/accessibility", "/more", "/sent")) {
            assertThat(child.get(address).body()).as(address).contains(ARABIC);
        }
        child.get("/leave?lang=ar");
        assertThat(child.cookies).isEmpty();
        assertThat(child.get("/").body()).contains(ENGLISH);
    }

    @Test
    void what_we_do_not_speak_is_not_remembered() {
        var child = Visitor.plain();
        for (String nonsense : List.of("xx", "", "AR", "ar%0d%0aX:%20y", "en,ar")) {
            Answer page = child.get("/?lang=" + nonsense);
            assertThat(page.body()).contains(ENGLISH);
            assertThat(page.headers().allValues("Set-Cookie")).isEmpty();
        }
        child.cookies.put("__Host-lang", "nonsense");
        assertThat(child.get("/").body()).contains(ENGLISH);
    }

    @Test
    void a_switch_on_the_form_keeps_every_word_and_choice_and_sends_nothing() {
        var child = Visitor.modern();
        Map<String, String> hidden = child.get("/ask").hidden();
        Answer page = child.post("/ask?to=ar", hidden, half());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains(
                        ARABIC, "half a story\n &lt;b&gt;</textarea>", "value=\"no\" checked", "value=\"call\" checked")
                .contains("value=\"07700 900123\"", "value=\"shared\" checked", "value=\"weekend-day\" checked")
                .contains("not mum</textarea>")
                .doesNotContain("govuk-error-summary", "data-focus");
        assertThat(page.hidden()).isEqualTo(hidden);
        assertThat(enquiries()).isEqualTo("0");
        Answer back = child.post("/ask?to=en", page.hidden(), half());
        assertThat(back.body()).contains(ENGLISH, "half a story");
        for (int i = 0; i < 2; i++) {
            assertThat(child.post("/ask?lang=ar", back.hidden(), half()).header("Location"))
                    .isEqualTo("/sent");
        }
        assertThat(enquiries()).isEqualTo("1");
        assertThat(TestDatabase.ask("SELECT count(*) FROM message")).isEqualTo("1");
    }

    @Test
    void a_switch_after_sending_still_says_that_we_have_the_message() {
        var child = Visitor.plain();
        child.send("hello");
        assertThat(child.post("/ask?to=ar", child.get("/ask").hidden(), "happening", "")
                        .body())
                .contains(languages.words("ar").askAlready(), "novalidate autocomplete=\"off\"");
    }

    @Test
    void an_empty_form_can_be_switched_without_a_word_of_blame() {
        Answer page = Visitor.plain().post("/ask?to=ar", Map.of(), "happening", "");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains(ARABIC).doesNotContain("govuk-error-summary");
        assertThat(page.hidden().get("formToken")).isNotBlank();
    }

    @Test
    void a_switch_on_more_keeps_what_was_typed() {
        var child = Visitor.plain();
        child.send("hello");
        Map<String, String> hidden = child.get("/more").hidden();
        Answer page = child.post("/more?to=ar", hidden, "name", "Jorinde", "needs", "x".repeat(3_000));
        assertThat(page.body())
                .contains(ARABIC, "value=\"Jorinde\"", "x".repeat(3_000))
                .doesNotContain("error-summary");
        assertThat(page.hidden()).isEqualTo(hidden);
        assertThat(TestDatabase.ask("SELECT count(*) FROM enquiry_details")).isEqualTo("0");
    }

    @Test
    void a_switch_on_messages_keeps_the_code_and_the_thread_and_what_is_being_written() {
        String code = Visitor.plain().send("hello");
        var child = Visitor.plain();
        assertThat(child.post("/messages?to=ar", Map.of(), "code", code).body())
                .contains(ARABIC, "value=\"" + code + "\"");
        child.post("/messages", Map.of(), "code", code);
        Map<String, String> hidden = child.get("/messages").hidden();
        Answer page = child.post("/messages?to=en", hidden, "text", "half");
        assertThat(page.body()).contains(ENGLISH, ">hello</div>", "half</textarea>");
        assertThat(page.hidden()).isEqualTo(hidden);
        TestDatabase.asOwner("DELETE FROM reading_session");
        Answer closed = child.post("/messages?to=ar", page.hidden(), "text", "half");
        assertThat(closed.body()).contains(ARABIC, "half</textarea>").doesNotContain(">hello</div>");
        assertThat(closed.hidden()).isEqualTo(hidden);
        assertThat(TestDatabase.ask("SELECT count(*) FROM message")).isEqualTo("1");
        child.post("/messages", closed.hidden(), "text", "whole");
        assertThat(TestDatabase.ask("SELECT language FROM message ORDER BY sequence DESC LIMIT 1"))
                .isEqualTo("ar");
    }

    @Test
    void a_switch_cannot_be_used_to_make_somebody_else_send() {
        var child = Visitor.plain().with("Sec-Fetch-Site", "cross-site");
        Map<String, String> hidden = child.get("/ask").hidden();
        Answer page = child.post("/ask?to=ar", hidden, "happening", "forged");
        assertThat(page.hidden().get("formToken")).isNotEqualTo(hidden.get("formToken"));
        assertThat(enquiries()).isEqualTo("0");
    }

    @Test
    void the_code_is_marked_as_english_from_left_to_right_and_its_page_offers_no_switch_that_would_lose_it() {
        var child = Visitor.modern().with("Accept-Language", "ar");
        child.ask("happening", "لا أعرف أين أنا");
        Answer page = child.get("/sent");
        assertThat(page.code()).matches("([a-z]+ ){4}[0-9]{4}");
        assertThat(page.body())
                .contains(ARABIC, "data-return-code dir=\"ltr\" lang=\"en\" translate=\"no\"")
                .doesNotContain("hreflang", "formaction");
        child.get("/sent/seen");
        assertThat(child.get("/sent").body()).contains("hreflang=\"en\" lang=\"en\">English</a>");
    }

    @Test
    void the_code_can_be_typed_with_arabic_digits_and_a_wrong_one_is_answered_in_arabic() {
        var child = Visitor.plain().with("Accept-Language", "ar");
        String code = child.send("hello");
        String digits = code.substring(code.length() - 4);
        for (int zero : List.of((int) '٠', (int) '۰')) {
            var arabicDigits =
                    new StringBuilder(code.substring(0, code.length() - 4).toUpperCase(Locale.ROOT));
            digits.chars().forEach(digit -> arabicDigits.appendCodePoint(zero + digit - '0'));
            assertThat(child.post("/messages", Map.of(), "code", arabicDigits.toString())
                            .status())
                    .isEqualTo(303);
        }
        Answer wrong = child.post("/messages", Map.of(), "code", "wrong");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains(ARABIC, languages.words("ar").messagesWrong());
    }

    @Test
    void the_team_is_told_in_what_language_a_child_wrote() {
        var child = Visitor.plain().with("Accept-Language", "ar");
        child.ask("happening", "لا أعرف أين أنا");
        Wait.until("handed over", () -> FakeCaseService.calls("/enquiries/").size() == 1);
        assertThat(new JsonPath(FakeCaseService.calls("/enquiries/").get(0).body()).getString("language"))
                .isEqualTo("ar");
    }

    @Test
    void quoted_words_are_marked_with_their_language_and_not_with_one_they_cannot_be_in() {
        var child = Visitor.plain().with("Accept-Language", "ar");
        String code = child.send("لا أعرف أين أنا");
        child.post("/messages", Map.of(), "code", code);
        child.post("/messages?lang=en", child.get("/messages").hidden(), "text", "لا أحد هنا");
        child.post("/messages?lang=en", child.get("/messages").hidden(), "text", "999 nobody here");
        assertThat(child.get("/messages").body())
                .contains("lang=\"ar\" dir=\"auto\">لا أعرف أين أنا</div>")
                .contains("lang=\"\" dir=\"auto\">لا أحد هنا</div>")
                .contains("lang=\"en\" dir=\"auto\">999 nobody here</div>");
        putReply("{'author':'team','text':'نحن هنا','language':'ar-SY','sentAt':'2026-11-02T10:15:00Z'}");
        putReply("{'author':'team','text':'We are here','sentAt':'2026-11-02T10:15:00Z'}");
        putReply("{'author':'team','text':'نعم','sentAt':'2026-11-02T10:15:00Z'}");
        assertThat(child.get("/messages").body())
                .contains("lang=\"ar-SY\" dir=\"auto\">نحن هنا</div>", "lang=\"en\" dir=\"auto\">We are here</div>")
                .contains("lang=\"\" dir=\"auto\">نعم</div>");
        assertThat(Languages.ofText(null, "x")).isEmpty();
        assertThat(Languages.ofText("en", "😭 12")).isEmpty();
        assertThat(Languages.ofText("fa", "سلام")).isEqualTo("fa");
    }

    @Test
    void errors_speak_the_language_of_the_call() {
        var child = Visitor.modern();
        child.get("/?lang=ar");
        child.send("hello");
        Words words = languages.words("ar");
        assertThat(child.get("/no/such/page").body()).contains(ARABIC, words.error404Heading());
        assertThat(child.call("DELETE", "/ask", null, null).body()).contains(ARABIC, words.error405Heading());
        assertThat(child.call("POST", "/ask", "application/x-www-form-urlencoded", "x=" + "y".repeat(9_000_000))
                        .body())
                .contains(ARABIC, words.error413Heading());
        TestDatabase.asOwner("REVOKE SELECT, INSERT ON conversation FROM app");
        try {
            Answer failure = child.get("/sent");
            assertThat(failure.status()).isGreaterThanOrEqualTo(500);
            assertThat(failure.body()).contains(ARABIC, "<h1>نعتذر");
            Answer notTaken = child.ask("happening", "hello");
            assertThat(notTaken.status()).isEqualTo(503);
            assertThat(notTaken.body()).contains(ARABIC, words.notTaken(), "hello</textarea>");
        } finally {
            TestDatabase.asOwner("GRANT SELECT, INSERT ON conversation TO app");
        }
    }

    private static void putReply(String json) {
        RestAssured.given()
                .auth()
                .oauth2(TestRealm.token("service-account-case-service", "handover"))
                .contentType(ContentType.JSON)
                .body(json.replace('\'', '"'))
                .put("/v1/conversations/" + TestDatabase.ask("SELECT id FROM conversation") + "/messages/"
                        + UUID.randomUUID())
                .then()
                .statusCode(204);
    }

    private static String[] half() {
        return new String[] {
            "happening",
            "half a story\n <b>",
            "safe",
            "no",
            "reply",
            "call",
            "number",
            "07700 900123",
            "numberIs",
            "shared",
            "safeTimes",
            "weekend-day",
            "safeNote",
            "not mum"
        };
    }

    private static String enquiries() {
        return TestDatabase.ask("SELECT count(*) FROM enquiry");
    }
}
