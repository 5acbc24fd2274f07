package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.Caller.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

/** Trap 21: nobody's change is lost under another's. */
@QuarkusTest
class PreconditionsTest extends HttpTest {

    @Test
    void the_tag_that_was_read_opens_one_change() {
        String path = make();
        String tag = caller.call("GET", path).as(adviser()).send().header("ETag");
        assertThat(tag).isEqualTo("\"0\"");

        Answer changed = rename(path, tag, "drum");
        Answer late = rename(path, tag, "flute");

        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"1\"");
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("stale");
        assertThat(late.json().path("detail").asText()).contains("\"1\"");
        assertThat(TestDatabase.ask("SELECT name FROM thing")).isEqualTo("drum");
    }

    @Test
    void no_tag_is_428() {
        Answer answer = caller.call("PATCH", make())
                .as(adviser())
                .json("{\"name\":\"drum\"}")
                .send();

        assertThat(answer.status()).isEqualTo(428);
        assertThat(answer.problem()).isEqualTo("if-match-missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"W/\"0\"", "\"1\"", "0", "*", "\"7\", \"0\"", "\"-1\"", "\"00\"", "W/\"0\", \"1\""})
    void a_tag_that_is_not_the_strong_current_one_is_412(String tag) {
        Answer answer = rename(make(), tag, "drum");

        assertThat(answer.status()).isEqualTo(412);
        assertThat(TestDatabase.ask("SELECT name FROM thing")).isEqualTo("kite");
    }

    @Test
    void of_changes_at_once_one_wins() {
        String path = make();
        List<CompletableFuture<Answer>> calls = Stream.of("a", "b", "c", "d", "e", "f")
                .map(name -> CompletableFuture.supplyAsync(() -> rename(path, "\"0\"", name)))
                .toList();

        List<Integer> statuses =
                calls.stream().map(call -> call.join().status()).toList();

        assertThat(statuses).containsOnlyOnce(200).isSubsetOf(200, 412);
        assertThat(TestDatabase.ask("SELECT version FROM thing")).isEqualTo("1");
        assertThat(count("audit WHERE action = 'thing.rename'")).isOne();
    }

    @Test
    void what_is_not_there_is_404_whatever_the_tag() {
        assertThat(rename("/v1/things/" + NOBODYS_ID, "\"0\"", "drum").status()).isEqualTo(404);
    }

    private String make() {
        Answer made = caller.call("POST", "/v1/things")
                .as(adviser())
                .with("Idempotency-Key", "key")
                .json("{\"name\":\"kite\"}")
                .send();
        return "/v1/things/" + made.json().path("id").asText();
    }

    private Answer rename(String path, String tag, String name) {
        return caller.call("PATCH", path)
                .as(adviser())
                .with("If-Match", tag)
                .json("{\"name\":\"" + name + "\"}")
                .send();
    }
}
