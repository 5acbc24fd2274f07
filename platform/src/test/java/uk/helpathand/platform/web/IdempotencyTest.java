package uk.helpathand.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.Caller.Answer;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** Trap 17: the life of an Idempotency-Key, all of it. */
@QuarkusTest
class IdempotencyTest extends HttpTest {

    private static final String KEY = "\"2f1c7c34-6a3e-4a53-8c1d-8ddc7d5a7f10\"";

    @Inject
    Idempotency idempotency;

    @Test
    void the_same_call_again_gets_the_same_answer_and_has_no_effect() {
        Answer first = make(KEY, "kite");
        Answer again = make(KEY, "kite");

        assertThat(first.status()).isEqualTo(200);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.header("Content-Type")).isEqualTo(first.header("Content-Type"));
        assertThat(happenings.effects()).isOne();
        assertThat(count("thing")).isOne();
        assertThat(count("audit WHERE action = 'thing.make'")).isOne();
    }

    @Test
    void the_same_key_with_another_body_is_refused() {
        make(KEY, "kite");

        Answer other = make(KEY, "drum");

        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(count("thing")).isOne();
    }

    @Test
    void another_callers_key_is_another_key() {
        make(KEY, "kite");

        Answer other = make(TestRealm.token("ben", "adviser"), "drum", KEY);

        assertThat(other.status()).isEqualTo(200);
        assertThat(count("thing")).isEqualTo(2);
    }

    @Test
    void whoever_comes_while_the_first_still_runs_is_told_at_once() throws Exception {
        var running = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        happenings.duringEffect(() -> {
            running.countDown();
            await(finish);
        });
        Future<Answer> first = CompletableFuture.supplyAsync(() -> make(KEY, "kite"));
        await(running);

        Answer meanwhile = make(KEY, "kite");
        Answer otherBody = make(KEY, "drum");
        finish.countDown();

        assertThat(meanwhile.status()).isEqualTo(409);
        assertThat(meanwhile.problem()).isEqualTo("idempotency-key-in-use");
        assertThat(otherBody.status()).isEqualTo(409);
        assertThat(first.get(10, TimeUnit.SECONDS).status()).isEqualTo(200);
        assertThat(make(KEY, "kite").body()).isEqualTo(first.get().body());
        assertThat(count("thing")).isOne();
    }

    @Test
    void twenty_at_once_have_one_effect() {
        List<CompletableFuture<Answer>> calls = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            calls.add(CompletableFuture.supplyAsync(() -> make(KEY, "kite")));
        }
        List<Integer> statuses =
                calls.stream().map(call -> call.join().status()).toList();

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        assertThat(count("thing")).isOne();
    }

    @Test
    void no_key_is_refused() {
        Answer answer = caller.call("POST", "/v1/things")
                .as(adviser())
                .json(body("kite"))
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("idempotency-key-missing");
    }

    @Test
    void a_bare_key_and_the_same_key_quoted_are_one() {
        Answer bare = make("abc", "kite");

        assertThat(make("\"abc\"", "kite").body()).isEqualTo(bare.body());
        assertThat(count("thing")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\"\"", "\"", "\"a\", \"b\"", "a,b", "\"a", "a\"b", "a b", "\"tab\tbed\"", "a\\b"})
    void a_key_that_is_none_is_refused(String key) {
        Answer answer = make(key, "kite");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isIn("malformed-request", "idempotency-key-missing");
        assertThat(count("thing")).isZero();
    }

    @Test
    void a_key_has_at_most_200_characters() {
        assertThat(make("k".repeat(200), "kite").status()).isEqualTo(200);
        assertThat(make("k".repeat(201), "drum").status()).isEqualTo(400);
    }

    @Test
    void two_lines_are_refused_even_when_they_agree() {
        assertTwoLinesAreRefused(KEY, KEY);
        assertTwoLinesAreRefused(KEY, "other");
    }

    private void assertTwoLinesAreRefused(String first, String second) {
        Answer answer = caller.call("POST", "/v1/things")
                .as(adviser())
                .with("Idempotency-Key", first)
                .with("Idempotency-Key", second)
                .json(body("kite"))
                .send();

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem()).isEqualTo("malformed-request");
    }

    @Test
    void an_answer_lost_after_commit_is_given_again() {
        happenings.afterCommit(() -> {
            throw new IllegalStateException("the line went dead");
        });
        assertThat(make(KEY, "kite").status()).isEqualTo(500);
        happenings.afterCommit(() -> {});

        Answer again = make(KEY, "kite");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().path("id").asText()).isEqualTo(TestDatabase.ask("SELECT id FROM thing"));
        assertThat(happenings.effects()).isOne();
    }

    @Test
    void a_failure_before_commit_is_not_the_answer_for_ever() {
        happenings.duringEffect(() -> {
            throw new IllegalStateException("not this time");
        });
        assertThat(make(KEY, "kite").status()).isEqualTo(500);
        assertThat(count("thing")).isZero();
        happenings.duringEffect(() -> {});

        assertThat(make(KEY, "kite").status()).isEqualTo(200);
        assertThat(count("thing")).isOne();
    }

    @Test
    void a_refusal_leaves_the_key_free() {
        assertThat(make(KEY, "").status()).isEqualTo(400);
        assertThat(make(KEY, "kite").status()).isEqualTo(200);
    }

    @Test
    void the_kept_answer_is_sealed() {
        make(KEY, "a kite that nobody may read");

        assertThat(TestDatabase.ask("SELECT encode(response, 'escape') FROM idempotency"))
                .doesNotContain("kite");
    }

    @Test
    void answers_are_forgotten_after_a_week_and_not_before() {
        make(KEY, "kite");
        TestDatabase.asOwner("UPDATE idempotency SET created_at = now() - interval '6 days 23 hours'");
        idempotency.forget();
        assertThat(count("idempotency")).isOne();

        TestDatabase.asOwner("UPDATE idempotency SET created_at = now() - interval '7 days 1 hour'");
        idempotency.forget();

        assertThat(count("idempotency")).isZero();
    }

    private Answer make(String key, String name) {
        return make(adviser(), name, key);
    }

    private Answer make(String token, String name, String key) {
        return caller.call("POST", "/v1/things")
                .as(token)
                .with("Idempotency-Key", key)
                .json(body(name))
                .send();
    }

    private static String body(String name) {
        return "{\"name\":\"" + name + "\"}";
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
