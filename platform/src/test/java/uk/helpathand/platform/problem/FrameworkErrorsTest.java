package uk.helpathand.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.application.FailureResource;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.AnswerRules;
import uk.helpathand.platform.fixture.Caller.Answer;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** Trap 30: whatever fails, wherever, the caller reads a problem document and nothing of us. */
@QuarkusTest
class FrameworkErrorsTest extends HttpTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, not-found",
        "GET, /v1/nowhere, 404, not-found",
        "GET, /v1/things/not-an-id, 404, not-found",
        "GET, /v1/things/0190a000-0000-7000-8000-000000000000, 404, not-found",
        "GET, /v1/things/%00, 404, not-found",
        "GET, /v1/things?limit=0, 400, validation-failed",
        "GET, /v1/things?limit=many, 400, validation-failed",
        "GET, /v1/things/not-an-id?limit=1, 404, not-found",
        "DELETE, /v1/things, 405, method-not-allowed",
        "PUT, /v1/things, 405, method-not-allowed",
        "TRACE, /v1/things, 405, method-not-allowed",
    })
    void a_wrong_address_or_method(String method, String path, int status, String problem) {
        assertProblem(caller.call(method, path).as(adviser()).send(), status, problem);
    }

    @Test
    void no_answer_in_a_form_the_caller_takes() {
        assertProblem(
                caller.call("GET", "/v1/things")
                        .as(adviser())
                        .with("Accept", "image/png")
                        .send(),
                406,
                "not-acceptable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "multipart/form-data; boundary=x",
                "application/x-www-form-urlencoded"
            })
    void a_body_of_another_type(String type) {
        assertProblem(
                caller.call("POST", "/v1/things").as(adviser()).body(type, "x").send(), 415, "unsupported-media-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "3",
                "\"name\"",
                "{\"name\":\"a\",\"name\":\"b\"}",
                "{\"name\":\"a\"} {\"name\":\"b\"}",
                "{\"name\":{}}",
                "{\"name\":1}",
                "{\"name\":1.5}",
                "{\"name\":true}",
                "{\"name\":\"a\",\"parts\":{}}",
                "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"colour\":\"PINK\"}]}",
                "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"colour\":1}]}",
                "{\"name\":\"\u0007\"}",
            })
    void json_that_cannot_be_read_in_one_way(String body) {
        assertProblem(make(body), 400, "malformed-request");
    }

    /** Where it is, in our own names; what was written is not repeated. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"a\",\"Marie\":1} | '' | name, parts",
                "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"Marie\":1}]} | /parts/0 | colour, label",
                "{\"name\":\"a\",\"parts\":[{\"label\":\"x\",\"colour\":\"Marie\"}]} | /parts/0/colour | form",
                "{\"name\":{\"Marie\":1}} | /name | form",
            })
    void json_that_is_not_what_is_taken_is_pointed_at(String body, String pointer, String told) {
        Answer answer = make(body);

        assertProblem(answer, 400, "malformed-request");
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo(pointer);
        assertThat(answer.json().at("/errors/0/detail").asText()).contains(told);
        assertThat(answer.body()).doesNotContain("Marie");
    }

    @Test
    void json_that_goes_too_deep() {
        assertProblem(make("{\"name\":" + "[".repeat(100_000)), 400, "malformed-request");
    }

    /** Trap 34. Who believes to have set something must hear that they have not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"id\":\"" + NOBODYS_ID + "\"",
                "\"version\":9",
                "\"createdBy\":\"me\"",
                "\"nobodyKnows\":{\"this\":[]}",
                "\"parts\":[{\"label\":\"x\",\"id\":1}]",
            })
    void a_member_that_is_unknown_or_only_ours_to_set_is_refused(String member) {
        assertProblem(make("{\"name\":\"a\"," + member + "}"), 400, "malformed-request");
        assertThat(count("thing")).isZero();
    }

    @Test
    void fields_that_are_not_right_are_pointed_at() {
        Answer answer =
                make("{\"name\":\" \",\"parts\":[{\"label\":\"a\"},{\"label\":\"" + "x".repeat(21) + "\"},null]}");

        assertProblem(answer, 400, "validation-failed");
        assertThat(answer.json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/name", "/parts/1/label", "/parts/2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void no_body_is_pointed_at_too(String body) {
        Answer answer = make(body);

        assertProblem(answer, 400, "validation-failed");
        assertThat(answer.json().at("/errors/0/pointer").asText("none")).isEmpty();
    }

    @Test
    void a_character_that_no_text_holds() {
        assertProblem(make("{\"name\":\"a\\u0000b\"}"), 400, "malformed-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"w=%", "w=%zz", "%e=w"})
    void a_form_that_is_none(String form) {
        assertThat(caller.call("POST", "/page")
                        .body("application/x-www-form-urlencoded", form)
                        .send()
                        .status())
                .isEqualTo(400);
    }

    /** RFC 9110, 15.5.6. */
    @Test
    void a_wrong_method_is_told_the_right_ones() {
        assertThat(caller.call("DELETE", "/v1/things").as(adviser()).send().header("Allow"))
                .isEqualTo("GET, HEAD, POST");
        assertThat(caller.call("POST", "/v1/things/" + NOBODYS_ID)
                        .as(adviser())
                        .send()
                        .header("Allow"))
                .isEqualTo("GET, HEAD, PATCH");
    }

    /** Nothing is ever taken out of the audit, and in an address may stand a name. */
    @Test
    void a_refusal_is_on_record_without_what_somebody_wrote_into_the_address() {
        String stranger = TestRealm.token("stranger", "analyst");

        caller.call("GET", "/v1/things/Marie-07700900123").as(stranger).send();
        caller.call("GET", "/v1/things/" + NOBODYS_ID).as(stranger).send();

        assertThat(TestDatabase.ask("SELECT string_agg(action, ', ' ORDER BY at) FROM audit WHERE actor = '"
                        + "stranger" + "' AND outcome = 'refused'"))
                .isEqualTo("GET /v1/things/{?}, GET /v1/things/{id}");
    }

    @Test
    void a_token_that_proves_nobody_is_on_record() {
        String before = TestDatabase.ask("SELECT count(*) FROM audit WHERE actor = 'unknown'");

        caller.call("GET", "/v1/things").as("nonsense").send();
        caller.call("GET", "/v1/things").send();

        assertThat(TestDatabase.ask("SELECT count(*) - " + before + " FROM audit WHERE actor = 'unknown'"))
                .as("who tried one, not who had none")
                .isEqualTo("1");
    }

    @Test
    void a_body_beyond_the_limit() throws IOException {
        String[] answer = raw("""
                POST /v1/things HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Content-Type: application/json
                Content-Length: 9000000

                """.formatted(adviser())).split("\r\n\r\n", 2);

        assertThat(answer[0]).startsWith("HTTP/1.1 413").contains("application/problem+json", "nosniff");
        assertThat(answer[1]).contains("urn:helpathand:problem:too-large");
    }

    @Test
    void a_body_that_goes_on_beyond_the_limit() throws IOException {
        String answer = raw(chunked("/v1/things", "application/json", "100000\n" + " ".repeat(0x100000) + "\n", 9));

        assertThat(answer).startsWith("HTTP/1.1 413").contains("application/problem+json", "nosniff");
        assertThat(answer).contains("urn:helpathand:problem:too-large");
    }

    /** No browser sends a form like this, but a proxy may make one of it. */
    @Test
    void a_form_that_goes_on_beyond_the_limit() throws IOException {
        String form = "application/x-www-form-urlencoded";

        assertThat(raw(chunked("/page", form, "100000\n" + "w=" + "w".repeat(0xffffd) + "&\n", 9)))
                .startsWith("HTTP/1.1 413")
                .contains("nosniff", "urn:helpathand:problem:too-large");
    }

    private static String chunked(String path, String type, String chunk, int times) {
        return """
                POST %s HTTP/1.1
                Host: localhost
                Authorization: Bearer %s
                Idempotency-Key: key
                Content-Type: %s
                Transfer-Encoding: chunked
                Connection: close

                """.formatted(path, adviser(), type) + chunk.repeat(times) + "0\n\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET / HTTP/9.9", "nonsense", "GET /\u0001 HTTP/1.1"})
    void what_is_no_http_is_refused_without_a_word_about_us(String line) throws IOException {
        assertThat(raw(line + "\nHost: localhost\n\n"))
                .doesNotContainIgnoringCase("exception", "vert", "netty", "java");
    }

    @ParameterizedTest
    @CsvSource({
        "BUG, 500, internal",
        "UNIQUE_NAME, 500, internal",
        "UNIQUE_NAME_AT_COMMIT, 500, internal",
        "TOO_LONG, 500, internal",
        "CAST, 500, internal",
        "TEAPOT, 400, malformed-request",
        "STATEMENT_TIME_OUT, 503, unavailable",
    })
    void a_failure_within(FailureResource.At at, int status, String problem) {
        assertProblem(fail(at), status, problem);
        assertThat(count("thing")).isZero();
    }

    @Test
    void a_lock_that_another_holds_passes() throws SQLException {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "owner", "owner");
                var statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_lock(" + FailureResource.LOCK + ")");

            Answer answer = fail(FailureResource.At.LOCK_TIME_OUT);

            assertProblem(answer, 503, "unavailable");
            assertThat(answer.header("Retry-After")).isNotEmpty();
        }
    }

    @Test
    void a_database_that_was_away_leaves_nothing_behind() throws InterruptedException {
        TestDatabase.asSuperuser("ALTER ROLE app CONNECTION LIMIT 0");
        try {
            TestDatabase.asSuperuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'app'");
            for (int i = 0; i < 3; i++) {
                assertProblem(caller.call("GET", "/v1/things").as(adviser()).send(), 503, "unavailable");
            }
        } finally {
            TestDatabase.asSuperuser("ALTER ROLE app CONNECTION LIMIT -1");
        }
        Thread.sleep(1100);
        for (int i = 0; i < 30; i++) {
            assertThat(caller.call("GET", "/v1/things").as(adviser()).send().status())
                    .isEqualTo(200);
        }
    }

    @Test
    void an_unforeseen_failure_is_told_by_an_id_that_is_in_the_log() {
        Answer answer = fail(FailureResource.At.BUG);

        assertThat(answer.json().path("traceId").asText()).matches("[0-9a-f]{32}");
        assertThat(answer.json().has("detail")).isFalse();
    }

    private Answer make(String body) {
        return caller.call("POST", "/v1/things")
                .as(adviser())
                .with("Idempotency-Key", "key")
                .json(body)
                .send();
    }

    private Answer fail(FailureResource.At at) {
        return caller.call("POST", "/v1/failures")
                .as(adviser())
                .json("{\"at\":\"" + at + "\",\"text\":\"more than ten characters\"}")
                .send();
    }

    private static void assertProblem(Answer answer, int status, String problem) {
        assertThat(AnswerRules.problemFaults(answer, status)).isEmpty();
        assertThat(answer.problem()).isEqualTo(problem);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
