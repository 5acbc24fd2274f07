package uk.helpathand.local.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When the providers try a callback again: STANDARDS.md §0 (1) and (3), §1.1, §1.2. */
class CallbackRetryTest {

    private Simulation all;

    @AfterEach
    void stop() {
        all.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 422})
    void any_other_4xx_loses_the_text_at_notify(int status) throws Exception {
        all = new Simulation();
        all.service.answer(status);
        all.child().text(Simulation.NOTIFY, "words");

        all.service.posts(1);
        settles(1);
        assertThat(all.simulator.callbacks().get(0).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void notify_tries_again_after_429_and_5xx_with_the_same_id(int status) throws Exception {
        all = new Simulation();
        all.service.answer(status, status);
        var text = all.child().text(Simulation.NOTIFY, "words");

        var posts = all.service.posts(3);
        assertThat(posts).extracting(post -> post.field("id")).containsOnly(text.id());
        settles(3);
    }

    @Test
    void notify_gives_up_after_five_more() throws Exception {
        all = new Simulation();
        all.service.answer(500, 500, 500, 500, 500, 500, 500, 500);
        all.child().text(Simulation.NOTIFY, "words");

        all.service.posts(6);
        settles(6);
        assertThat(all.simulator.callbacks())
                .extracting(CallbackAttempt::attempt)
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void notify_tries_again_when_there_is_no_answer_in_time() throws Exception {
        var quick = Simulation.QUICK;
        all = new Simulation(new Timing(
                quick.retryAfter(),
                Duration.ofMillis(100),
                quick.twilioWithin(),
                quick.deliverAfter(),
                quick.hang(),
                quick.heldBack()));
        all.service.slow(400);
        all.child().text(Simulation.NOTIFY, "words");

        Eventually.holds(() -> assertThat(all.simulator.callbacks()).hasSizeGreaterThan(1));
        assertThat(all.simulator.callbacks().get(0).status()).isZero();
        assertThat(all.service.posts(2))
                .extracting(post -> post.field("id"))
                .containsOnly(all.service.posts().get(0).field("id"));
    }

    @Test
    void notify_finds_a_service_that_comes_back() throws Exception {
        all = new Simulation();
        all.simulator.callbacksTo(nobody());
        all.child().text(Simulation.NOTIFY, "words");
        Eventually.holds(() -> assertThat(all.simulator.callbacks()).isNotEmpty());

        all.simulator.callbacksTo(all.service.url());

        assertThat(all.service.posts(1).get(0).field("message")).isEqualTo("words");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429, 500, 503})
    void twilio_takes_every_answer_for_the_last(int status) throws Exception {
        all = new Simulation();
        all.service.answer(status);
        all.child().text(Simulation.TWILIO, "words");

        all.service.posts(1);
        settles(1);
    }

    @Test
    void twilio_tries_once_more_where_there_is_no_connection_and_then_the_text_is_in_its_list_only() throws Exception {
        all = new Simulation();
        all.simulator.callbacksTo(nobody());
        all.child().text(Simulation.TWILIO, "words");

        settles(2);
        assertThat(all.simulator.callbacks())
                .extracting(CallbackAttempt::status)
                .containsOnly(0);
        assertThat(all.getTwilio("/Messages.json").body()).contains("\"words\"");
    }

    @Test
    void nothing_is_posted_beyond_this_machine() throws Exception {
        all = new Simulation();
        all.simulator.callbacksTo(URI.create("http://192.0.2.1:9"));
        all.child().text(Simulation.TWILIO, "words");

        Eventually.holds(() -> assertThat(all.simulator.callbacks()).hasSize(1));
        assertThat(all.simulator.callbacks().get(0).outcome()).isEqualTo("IOException");
    }

    /** So many tries, and after a good while still no more. */
    private void settles(int tries) throws InterruptedException {
        Eventually.holds(() -> assertThat(all.simulator.callbacks()).hasSize(tries));
        Thread.sleep(8 * Simulation.QUICK.retryAfter().toMillis());
        assertThat(all.simulator.callbacks()).hasSize(tries);
    }

    private static URI nobody() throws IOException {
        return URI.create("http://localhost:" + Simulation.freePort());
    }
}
