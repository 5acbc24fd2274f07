package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.page.Visitor.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

/** What holds for every page in every state and language, errors too. */
@QuarkusTest
class EveryPageTest {

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'self';"
                    + " script-src 'self' 'sha256-GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw='; img-src 'self';"
                    + " connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'",
            "Strict-Transport-Security",
            "max-age=31536000; includeSubDomains",
            "Cache-Control",
            "no-store",
            "Referrer-Policy",
            "no-referrer",
            "X-Content-Type-Options",
            "nosniff",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin",
            "Permissions-Policy",
            "geolocation=(), camera=(), microphone=(), browsing-topics=()");
    private static final Pattern TITLE = Pattern.compile("<title>(.*?)</title>");
    private static final Pattern INLINE_SCRIPT = Pattern.compile("<script>(.*?)</script>", Pattern.DOTALL);

    @Inject
    PageErrors errors;

    @Inject
    Languages languages;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void every_answer_carries_every_header_once() {
        everyStateOfEveryLanguage()
                .forEach((name, answer) -> HEADERS.forEach(
                        (header, value) -> assertThat(answer.headers().allValues(header))
                                .as("%s of %s", header, name)
                                .containsExactly(value)));
    }

    @Test
    void every_page_can_be_left_and_says_who_helps_now() {
        pages().forEach((name, page) -> {
            assertThat(page.body())
                    .as(name)
                    .contains("<a href=\"/leave\" class=\"hh-exit\" role=\"button\" rel=\"nofollow noreferrer\"")
                    .contains("aria-describedby=\"exit-what\"", wordsOf(name).exitWhat());
            assertThat(page.body()).as(name).contains("tel:999", "tel:08001111");
        });
    }

    @Test
    void no_page_asks_another_site_or_holds_style_or_script_of_its_own() {
        pages().forEach((name, page) -> {
            assertThat(page.body())
                    .as(name)
                    .doesNotContain(" style=", "<style", "javascript:", "<iframe", "<base")
                    .doesNotContainPattern(" on[a-z]+=")
                    .doesNotContainPattern("(src|href|action)=\"(https?:)?//");
            assertThat(INLINE_SCRIPT.matcher(page.body()).results().map(found -> hash(found.group(1))))
                    .containsExactly("GUQ5ad8JK5KmEWmROf3LZd9ge94daqNvd8xy9YS1iDw=");
        });
    }

    @Test
    void every_page_says_what_language_it_is_in() {
        pages().forEach((name, page) -> {
            Words words = wordsOf(name);
            assertThat(page.body())
                    .as(name)
                    .contains("<html lang=\"" + words.lang() + "\" dir=\"" + words.dir() + "\"");
            assertThat(page.headers().allValues("Content-Language")).as(name).containsExactly(words.lang());
        });
    }

    @Test
    void the_other_language_can_be_had_wherever_that_loses_nothing() {
        pages().forEach((name, page) -> {
            List<String> here = all(" formaction=\"([^\"]*)\"", page.body());
            List<String> links = all("<a href=\"[^\"]*\\?(?:of=[^&]*&amp;)?lang=([a-z]*)\" hreflang", page.body());
            boolean losesSomething = name.matches(
                    "..: (adult .*|(code|.*without cookies)( in a flood| while we are .*| after danger was seen)?"
                            + "|wrong .*|too large|broken .*)");
            assertThat(here.size() + links.size()).as(name).isEqualTo(losesSomething && !isCodeForm(page) ? 0 : 1);
            // Enter presses the first button of a form.
            assertThat(all("<button( [^>]*)>", page.body()).stream().findFirst().orElse(""))
                    .as(name)
                    .doesNotContain("formaction");
        });
    }

    private static boolean isCodeForm(Answer page) {
        return page.body().contains("name=\"code\"");
    }

    @Test
    void titles_betray_nothing() {
        pages().forEach((name, page) -> {
            var title = TITLE.matcher(page.body());
            assertThat(title.find()).isTrue();
            assertThat(title.group(1))
                    .as(name)
                    .isNotBlank()
                    .doesNotContainIgnoringCase("help")
                    .doesNotContainIgnoringCase("abuse")
                    .doesNotContainIgnoringCase("child")
                    .doesNotContainIgnoringCase("safe")
                    .doesNotContain("مساعد", "طفل", "أطفال", "خطر", "أمان", "رعاية");
        });
    }

    @Test
    void every_id_is_there_once_and_every_label_and_link_finds_its_own() {
        pages().forEach((name, page) -> {
            List<String> ids = all(" id=\"([^\"]*)\"", page.body());
            assertThat(ids).as(name).doesNotHaveDuplicates();
            assertThat(ids).as(name).containsAll(all(" for=\"([^\"]*)\"", page.body()));
            assertThat(ids).as(name).containsAll(all(" href=\"#([^\"]*)\"", page.body()));
            all(" aria-(?:describedby|labelledby)=\"([^\"]*)\"", page.body())
                    .forEach(described ->
                            assertThat(ids).as(name).contains(described.trim().split(" ")));
        });
    }

    @Test
    void no_page_links_to_what_is_not_there() {
        var child = Visitor.plain();
        pages().values().stream()
                .flatMap(page -> all(" href=\"(/[^\"]*)\"", page.body()).stream())
                .distinct()
                .forEach(address ->
                        assertThat(child.get(address).status()).as(address).isLessThan(400));
    }

    @Test
    void the_first_view_of_ask_weighs_less_than_40_kilobytes_uncompressed() {
        weighs("en");
        weighs("ar");
    }

    private static void weighs(String language) {
        Answer page = Visitor.plain().with("Accept-Language", language).get("/ask");
        var loaded = new ArrayList<>(all("(?:src|href)=\"(/a/[^\"]*)\"", page.body()));
        assertThat(loaded).hasSize(3);
        int weight = bytes(page.body());
        for (String address : loaded) {
            weight += bytes(Visitor.plain().get(address).body());
        }
        assertThat(weight).isLessThan(40 * 1_024);
    }

    @Test
    void a_drawing_is_small_and_no_screen_reader_stops_at_it() {
        pages().forEach((name, page) -> {
            for (String drawing : all("(?s)(<svg .*?</svg>)", page.body())) {
                assertThat(drawing).as(name).contains("aria-hidden=\"true\" focusable=\"false\"");
                assertThat(bytes(drawing)).as(name).isLessThan(5_000);
            }
        });
        assertThat(Visitor.plain().get("/").body()).contains("<svg class=\"hh-drawing\"");
    }

    @Test
    void assets_may_be_kept_because_their_address_says_what_is_in_them() {
        String css =
                all("href=\"(/a/[^\"]*css)\"", Visitor.plain().get("/").body()).get(0);
        Answer kept = Visitor.plain().get(css);
        assertThat(kept.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(kept.header("Content-Type")).isEqualTo("text/css;charset=UTF-8");
        Answer otherRelease = Visitor.plain().get("/a/000000000000/page.css");
        assertThat(otherRelease.body()).isEqualTo(kept.body());
        assertThat(otherRelease.header("Cache-Control")).isEqualTo("no-store");
        assertThat(Visitor.plain().get("/a/000000000000/application.properties").status())
                .isEqualTo(404);
        assertThat(Visitor.plain().with("Accept-Encoding", "gzip").get(css).header("Content-Encoding"))
                .isEqualTo("gzip");
        assertThat(Visitor.plain().with("Accept-Encoding", "gzip").get("/ask").header("Content-Encoding"))
                .isNull();
    }

    @Test
    void no_browser_is_too_odd_for_a_page() {
        var old =
                Visitor.plain().with("Accept", "application/vnd.wap.xhtml+xml").with("Accept-Language", "xx-yy, ;q");
        assertThat(old.get("/ask").status()).isEqualTo(200);
        assertThat(old.ask("happening", "hello").status()).isEqualTo(303);
        assertThat(Visitor.plain()
                        .with("Authorization", "Bearer nonsense")
                        .get("/ask")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void every_error_page_says_what_became_of_the_words() {
        for (int status : List.of(400, 401, 403, 404, 405, 406, 413, 415, 500, 503)) {
            for (String language : List.of("en", "ar")) {
                assertThat(errors.render(status, language, false))
                        .as("%s", status)
                        .contains("<h1>", "999", "href=\"/leave\"", "href=\"/\"")
                        .containsPattern("0800[ \u00A0]1111")
                        .doesNotContain(String.valueOf(status));
            }
        }
    }

    private static Map<String, Answer> pages() {
        var pages = new LinkedHashMap<>(everyStateOfEveryLanguage());
        pages.values()
                .removeIf(answer -> answer.status() == 303 || answer.body().startsWith("<svg"));
        return pages;
    }

    private Words wordsOf(String name) {
        return languages.words(name.substring(0, 2));
    }

    private static Map<String, Answer> everyStateOfEveryLanguage() {
        var states = new LinkedHashMap<String, Answer>();
        for (String language : List.of("en", "ar")) {
            ChildStates.of(language).forEach((name, answer) -> states.put(language + ": " + name, answer));
        }
        AdultStates.all().forEach((name, answer) -> states.put("en: adult " + name, answer));
        return states;
    }

    private static List<String> all(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map(found -> found.group(1))
                .toList();
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String script) {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
