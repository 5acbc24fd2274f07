package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.platform.fixture.AnswerRules;
import uk.helpathand.platform.fixture.Caller.Answer;
import uk.helpathand.platform.fixture.Raw;
import uk.helpathand.platform.fixture.TestDatabase;

/** The edges of pages that a walk over addresses does not reach. */
@QuarkusTest
class EdgesTest {

    private static final String HEAD =
            "POST /ask HTTP/1.1\nHost: localhost\nContent-Type: application/x-www-form-urlencoded\n";

    @TestHTTPResource
    URI service;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    /** What stands under /a may be kept by a browser: no page may be reached by an address that looks like it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/a/../messages",
                "/a/../ask",
                "/a/./../ask",
                "/a/%2e%2e/messages",
                "/a/..;/messages",
                "/a//../../messages",
                "/a/..%2fmessages",
                "//messages",
                "//a/../ask",
                "/ask;/a/",
                "/messages/",
                "/messages%00",
                "/%6dessages",
            })
    void a_page_by_another_spelling_is_kept_nowhere(String path) {
        Answer answer = Raw.call(service, "GET", path, Map.of(), null);

        assertThat(answer.status()).isIn(200, 400, 404);
        assertThat(AnswerRules.headerFaults(answer)).isEmpty();
    }

    @Test
    void nobody_is_led_elsewhere_by_a_header() {
        var child = Visitor.modern()
                .with("X-Forwarded-Host", "evil.example.test")
                .with("X-Forwarded-Proto", "ftp")
                .with("X-Forwarded-Prefix", "/evil")
                .with("Forwarded", "host=evil.example.test;proto=ftp")
                .with("X-Original-URL", "/evil");

        var sent = child.ask("happening", "hello");

        assertThat(sent.status()).isEqualTo(303);
        assertThat(sent.header("Location")).endsWith("/sent").doesNotContain("evil", "ftp");
        assertThat(child.get("/sent").body()).doesNotContain("evil.example.test");
    }

    @Test
    void a_form_that_does_not_say_how_long_it_is_arrives_like_any_other() {
        var child = Visitor.modern();
        Map<String, String> fields = child.get("/ask").hidden();
        String cookies = child.cookies.entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        String form = fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"))
                + "&happening=they+want+to+move+me+%F0%9F%98%AD";

        Answer answer = Raw.exchange(
                        service,
                        HEAD + "Cookie: " + cookies + "\nTransfer-Encoding: chunked\n\n" + chunk(form.substring(0, 9))
                                + chunk(form.substring(9)) + "0\n\n")
                .get(0);

        assertThat(answer.status()).isEqualTo(303);
        assertThat(child.get("/sent").code()).isNotNull();
    }

    @Test
    void what_is_too_much_is_told_on_a_page_however_it_was_sent() {
        Answer answer = Raw.exchange(
                        service,
                        HEAD + "Transfer-Encoding: chunked\n\n"
                                + chunk("w=" + "w".repeat(0xffffd) + "&").repeat(9) + "0\n\n")
                .get(0);

        assertThat(answer.status()).isEqualTo(413);
        assertThat(AnswerRules.headerFaults(answer)).isEmpty();
        assertThat(answer.body()).contains("<h1", "/leave");
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\n" + text + "\n";
    }
}
