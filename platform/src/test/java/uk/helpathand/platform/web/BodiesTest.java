package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.AnswerRules;
import uk.helpathand.platform.fixture.Caller.Answer;
import uk.helpathand.platform.fixture.Raw;

/** Bodies over a bare socket: slow ones, large ones, and those that end in two places (ASVS 2.4.1, 4.2.1). */
@QuarkusTest
class BodiesTest extends HttpTest {

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\n";

    /** More than there are threads to wait for them. */
    private static final int SLOW_ONES = 230;

    /** A call that nobody made: an answer to it shows that one body was read as two calls. */
    private static final String HIDDEN = "GET /v1/things HTTP/1.1\nHost: localhost\n\n";

    @Test
    void a_chunked_form_is_read_like_any_other() {
        List<Answer> answers = Raw.exchange(
                service, post("/page", FORM + "Transfer-Encoding: chunked\n") + "6\nwords=\n7\n%41bc+d\n0\n\n");

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("<p>We have 5 letters</p>");
        });
    }

    @Test
    void who_asks_first_is_told_to_go_on() {
        List<Answer> answers = Raw.exchange(
                service,
                post("/page", FORM + "Content-Length: 7\nExpect: 100-continue\nConnection: close\n") + "words=a");

        assertThat(answers).extracting(Answer::status).containsExactly(100, 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: 7\nTransfer-Encoding: chunked\n\n0\n\n",
                "Transfer-Encoding: chunked\nContent-Length: 7\n\n0\n\n",
                "Content-Length: 7\nTransfer-Encoding: xchunked\n\nwords=a",
                "Transfer-Encoding: xchunked\n\n",
                "Transfer-Encoding: identity\n\n",
                "Transfer-Encoding: chunked, identity\n\n0\n\n",
                "Transfer-Encoding: gzip, chunked\n\n0\n\n",
                "Transfer-Encoding: chunked\nTransfer-Encoding: identity\n\n0\n\n",
                "Transfer-Encoding: chunked\nTransfer-Encoding: chunked\n\n0\n\n",
                "Transfer-Encoding : chunked\n\n0\n\n",
                "X: y\n Transfer-Encoding: chunked\n\n",
                "Content-Length: 0\nContent-Length: 7\n\nwords=a",
                "Content-Length: 7\nContent-Length: 0\n\nwords=a",
                "Content-Length: 0, 7\n\nwords=a",
                "Content-Length : 7\n\nwords=a",
                "Content-Length: +7\n\nwords=a",
                "Content-Length: -7\n\nwords=a",
                "Content-Length: 0x7\n\nwords=a",
                "Content-Length: 99999999999999999999\n\n",
            })
    void no_body_ends_in_two_places(String framing) {
        // None asks for the connection to be closed: if it were kept, what is hidden would be read.
        List<Answer> answers = Raw.exchange(service, post("/page", FORM + framing) + HIDDEN);

        assertThat(answers).hasSizeLessThanOrEqualTo(1).noneMatch(answer -> answer.status() == 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: identity\n",
                "Transfer-Encoding: xchunked\n",
                "Transfer-Encoding: chunked\nTransfer-Encoding: identity\n",
            })
    void a_coding_that_is_none_is_a_problem_like_any_other(String coding) {
        List<Answer> answers = Raw.exchange(service, post("/page", FORM + coding));

        assertThat(answers).singleElement().satisfies(answer -> assertThat(AnswerRules.problemFaults(answer, 400))
                .isEmpty());
    }

    /** A way past whatever stands before us and reads HTTP/1 only. */
    @Test
    void nobody_gets_from_http_1_to_http_2() {
        String upgrade = "GET /page HTTP/1.1\nHost: localhost\nConnection: Upgrade, HTTP2-Settings\nUpgrade: h2c\n"
                + "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA\n\n";
        String goOn = "GET /page HTTP/1.1\nHost: localhost\nConnection: close\n\n";

        assertThat(Raw.exchange(service, upgrade + goOn))
                .extracting(Answer::status)
                .containsExactly(200, 200);
        try (Raw raw = Raw.to(service).send("PRI * HTTP/2.0\n\nSM\n\n\0\0\0\4\0\0\0\0\0")) {
            assertThat(raw.text()).matches("(?s)(HTTP/[12]\\.[01] [45]\\d\\d .*)?");
        }
    }

    @Test
    void a_form_with_thousands_of_fields_is_no_failure_of_ours() {
        Answer answer = caller.call("POST", "/page")
                .body("application/x-www-form-urlencoded", "a=1&".repeat(5000) + "words=a")
                .send();

        assertThat(AnswerRules.problemFaults(answer, 400)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OPTIONS *",
                "OPTIONS /v1/things",
                "OPTIONS /nowhere",
                "TRACE /v1/things",
                "CONNECT localhost:80",
                "CONNECT /v1/things",
                "PROPFIND /v1/things",
                "get /v1/things",
                "GETS /v1/things",
            })
    void no_method_is_answered_that_nobody_declared(String line) {
        List<Answer> answers = Raw.exchange(
                service,
                line + " HTTP/1.1\nHost: localhost\nConnection: close\nAuthorization: Bearer " + adviser() + "\n\n");

        assertThat(answers).singleElement().satisfies(answer -> {
            assertThat(answer.status()).isIn(400, 404, 405);
            assertThat(AnswerRules.problemFaults(answer, answer.status())).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\n\nw", "Transfer-Encoding: chunked\n\n64\nw"})
    void a_body_that_never_comes_whole_is_cut_off(String beginning) throws InterruptedException {
        try (Raw silent = Raw.to(service);
                Raw dripping = Raw.to(service)) {
            silent.send(head("/page") + FORM + beginning);
            dripping.send(head("/page") + FORM + beginning);
            for (int i = 0; i < 50 && !dripping.isClosedWithin(100); i++) {
                dripping.send("w");
            }

            assertThat(dripping.isClosedWithin(100)).isTrue();
            assertThat(silent.isClosedWithin(5000)).isTrue();
        }
    }

    @Test
    void who_sends_slowly_keeps_nobody_else_waiting() {
        List<Raw> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW_ONES; i++) {
                slow.add(Raw.to(service)
                        .send(
                                i % 2 == 0
                                        ? head("/page") + FORM + "Content-Length: 100\n\nw"
                                        : head("/v1/things") + "Authorization: Bearer " + adviser()
                                                + "\nContent-Type: application/json\nContent-Length: 100\n\n{"));
            }

            Answer other = caller.call("GET", "/v1/things").as(adviser()).send();

            assertThat(other.status()).isEqualTo(200);
            assertThat(slow.get(SLOW_ONES - 1).isClosedWithin(1))
                    .as("answered only once the slow ones were gone")
                    .isFalse();
        } finally {
            slow.forEach(Raw::close);
        }
    }

    @Test
    void large_bodies_share_what_room_there_is_and_small_ones_always_have_some() {
        String beginning = head("/page") + FORM + "Content-Length: 7000000\n\n" + "w".repeat(6_900_000);
        try (Raw one = Raw.to(service);
                Raw other = Raw.to(service)) {
            one.send(beginning);
            other.send(beginning);
            Answer small = caller.call("POST", "/page")
                    .body("application/x-www-form-urlencoded", "words=a")
                    .send();

            List<Answer> refused =
                    Stream.of(one, other).flatMap(raw -> raw.answers().stream()).toList();
            assertThat(refused).singleElement().satisfies(answer -> {
                assertThat(AnswerRules.problemFaults(answer, 503)).isEmpty();
                assertThat(answer.header("Retry-After")).isNotEmpty();
            });
            assertThat(small.status()).isEqualTo(200);
        }

        assertThat(caller.call("POST", "/page")
                        .body("application/x-www-form-urlencoded", "words=" + "w".repeat(5_000_000))
                        .send()
                        .status())
                .isEqualTo(200);
    }

    private static String head(String path) {
        return "POST " + path + " HTTP/1.1\nHost: localhost\n";
    }

    /** @param headers may go on with a body of their own */
    private static String post(String path, String headers) {
        return head(path) + headers + (headers.contains("\n\n") ? "" : "\n");
    }
}
