package uk.helpathand.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import uk.helpathand.platform.application.FailureResource.At;
import uk.helpathand.platform.application.Far;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.Caller.Call;
import uk.helpathand.platform.fixture.Canary;

/** Trap 24: what people write stands in no log, no metric and no error, whatever fails on the way. */
@QuarkusTest
class CanaryTest extends HttpTest {

    private static final String WORDS = String.join(" ", Canary.NAME, Canary.NUMBER, Canary.SENTENCE, Canary.FORGER);

    private final Canary canary = Canary.watch();

    @AfterEach
    void closeCanary() {
        canary.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"BUG", "UNIQUE_NAME", "UNIQUE_NAME_AT_COMMIT", "TOO_LONG", "STATEMENT_TIME_OUT", "TEAPOT"})
    void a_failure_within_tells_nothing(At at) {
        pushes(caller.call("POST", "/v1/failures").json(failure(at)));
    }

    @Test
    void a_value_that_the_database_quotes_stays_out_of_our_log() {
        caller.call("POST", "/v1/failures").as(adviser()).json(failure(At.CAST)).send();

        assertThat(canary.log()).noneMatch(line -> line.contains(Canary.NUMBER));
        // PostgreSQL quotes a value it cannot cast in its own log, terse or not. No code of ours casts what people
        // wrote. So the canary hears that log too.
        assertThatThrownBy(canary::assertSilent).hasMessageContaining("PostgreSQL's log");
    }

    @ParameterizedTest
    @EnumSource(names = {"FAR_PUT", "FAR_GET", "FAR_TLS", "FAR_AWAY"})
    void a_call_to_another_service_that_fails_tells_nothing(At at) {
        for (int status : new int[] {200, 302, 400, 409, 500}) {
            Far.answers(status);
            pushes(caller.call("POST", "/v1/failures/far").json(failure(at)));
        }
        Far.answersTooLate();
        pushes(caller.call("POST", "/v1/failures/far").json(failure(at)));
    }

    static List<String> bodies() {
        return List.of(
                WORDS,
                "{\"name\":\"" + Canary.NAME,
                "{\"" + Canary.NAME + "\":1,\"" + Canary.NAME + "\":2}",
                "{\"name\":{\"" + Canary.NAME + "\":1}}",
                "{\"name\":\"a\",\"parts\":[{\"label\":\"a\",\"colour\":\"" + Canary.NAME + "\"}]}",
                "{\"name\":\"a\",\"parts\":[{\"label\":\"" + Canary.SENTENCE + "\"}]}",
                "{\"name\":" + text(WORDS.repeat(20)) + "}");
    }

    @ParameterizedTest
    @MethodSource("bodies")
    void a_body_that_cannot_be_read_or_is_not_right_tells_nothing(String body) {
        pushes(caller.call("POST", "/v1/things").json(body));
    }

    @Test
    void a_body_in_another_type_tells_nothing() {
        pushes(caller.call("POST", "/v1/things").body("text/plain", WORDS));
    }

    @Test
    void an_address_tells_nothing() {
        String word = URLEncoder.encode(WORDS, StandardCharsets.UTF_8);
        for (String path : List.of(
                "/" + word,
                "/v1/things/" + word,
                "/v1/" + word + "/things",
                "/v1/things?limit=" + word,
                "/v1/things?" + word + "=1",
                "/v1/outbox/parked?after=" + word)) {
            pushes(caller.call("GET", path));
            pushes(caller.call("DELETE", path));
        }
    }

    @Test
    void a_header_tells_nothing() {
        for (String header : List.of("Authorization", "Accept", "Idempotency-Key", "If-Match", "X-Name", "Cookie")) {
            var answer =
                    caller.call("GET", "/v1/things").with(header, Canary.NAME).send();
            canary.sees("the answer to " + header, answer.body());
        }
        pushes(caller.call("POST", "/v1/things")
                .with("Idempotency-Key", Canary.NAME + ", " + Canary.NUMBER)
                .json("{\"name\":\"a\"}"));
        pushes(caller.call("PATCH", "/v1/things/" + NOBODYS_ID)
                .with("If-Match", Canary.NAME)
                .json("{\"name\":\"a\"}"));
        canary.sees(
                "the answer",
                caller.call("GET", "/v1/things").as(Canary.NUMBER).send().body());
        canary.assertSilent();
    }

    @Test
    void what_is_kept_leaves_no_trace_beside_it() {
        var answer = caller.call("POST", "/v1/things")
                .as(adviser())
                .with("Idempotency-Key", "key")
                .json("{\"name\":" + text(WORDS) + "}")
                .send();

        assertThat(answer.status()).isEqualTo(200);
        canary.sees("the metrics", metrics());
        canary.assertSilent();
    }

    @Test
    void the_canary_can_sing() {
        Logger.getLogger("somebody").warn("they wrote: " + Canary.SENTENCE);
        assertThatThrownBy(canary::assertSilent).hasMessageContaining("somebody");
    }

    @Test
    void the_canary_hears_exceptions_and_other_places() {
        Logger.getLogger("somebody").warn("failed", new IllegalStateException(new RuntimeException(Canary.NUMBER)));
        canary.sees("an answer", "{\"detail\":\"" + Canary.NAME + "\"}");

        assertThatThrownBy(canary::assertSilent)
                .hasMessageContaining(Canary.NUMBER)
                .hasMessageContaining("an answer");
    }

    private void pushes(Call call) {
        canary.sees("the answer", call.as(adviser()).send().body());
        canary.sees("the metrics", metrics());
        canary.assertSilent();
    }

    private static String failure(At at) {
        return "{\"at\":\"" + at + "\",\"text\":" + text(WORDS) + "}";
    }

    private static String text(String value) {
        return JsonNodeFactory.instance.textNode(value).toString();
    }
}
