package uk.helpathand.local.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {

    private Simulation all;

    @BeforeEach
    void start() throws IOException {
        all = new Simulation();
    }

    @AfterEach
    void stop() {
        all.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {Simulation.NOTIFY, Simulation.TWILIO})
    void a_callback_comes_several_times_at_once(String number) {
        all.service.slow(150);
        all.simulator.faults(number, Faults.NONE.withCopies(5));
        all.child().text(number, "words");

        assertThat(new HashSet<>(all.service.posts(5))).hasSize(1);
        assertThat(all.service.mostOpen()).isEqualTo(5);
    }

    @Test
    void every_second_callback_overtakes_the_one_before_it_and_none_is_kept() {
        all.simulator.faults(Simulation.NOTIFY, Faults.NONE.withReordered());
        for (var words : new String[] {"one", "two", "three"}) {
            all.child().text(Simulation.NOTIFY, words);
        }

        assertThat(all.service.posts(3))
                .extracting(post -> post.field("message"))
                .containsExactly("two", "one", "three");
    }

    @Test
    void a_callback_comes_late() {
        all.simulator.faults(Simulation.TWILIO, Faults.NONE.withDelayMillis(300));
        var began = System.nanoTime();
        all.child().text(Simulation.TWILIO, "words");

        all.service.posts(1);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void without_callbacks_texts_are_in_the_list_only() {
        all.simulator.faults(Simulation.NOTIFY, Faults.NONE.withCallbacksOff());
        all.child().text(Simulation.NOTIFY, "during the outage");
        all.simulator.faults(Simulation.NOTIFY, Faults.NONE);
        all.child().text(Simulation.NOTIFY, "after it");

        assertThat(all.service.posts(1))
                .extracting(post -> post.field("message"))
                .containsExactly("after it");
        assertThat(all.getNotify("/v2/received-text-messages").body()).contains("during the outage");
    }

    @Test
    void states_arrive_backwards_with_one_that_nobody_knows() {
        all.simulator.faults(Simulation.TWILIO, Faults.NONE.withStatusBackwards());
        all.sendByTwilio(Simulation.CHILD, "words");
        assertThat(all.service.posts(3))
                .extracting(post -> post.field("MessageStatus"))
                .containsExactly("delivered", "sent", TwilioCallbacks.UNHEARD_OF);

        all.simulator.faults(Simulation.NOTIFY, Faults.NONE.withStatusBackwards());
        all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "words", "ref"));
        assertThat(all.service.posts(6).subList(3, 6))
                .extracting(post -> post.field("status"))
                .containsExactly("delivered", "temporary-failure", NotifyCallbacks.UNHEARD_OF);
    }

    @Test
    void a_send_is_accepted_and_not_answered() throws Exception {
        all.simulator.faults(Simulation.NOTIFY, Faults.NONE.withSends(SendFault.ACCEPT_THEN_HANG, 1));
        var request = all.request(
                "POST",
                "/v2/notifications/sms",
                Simulation.notifyToken(all.clock.instant().getEpochSecond()),
                "application/json",
                Simulation.notifyBody(Simulation.CHILD, "words", "ref-1"));
        var impatient = HttpRequest.newBuilder(request, (name, value) -> true)
                .timeout(Duration.ofMillis(200))
                .build();

        assertThatExceptionOfType(HttpTimeoutException.class)
                .isThrownBy(() -> all.client.send(impatient, BodyHandlers.ofString()));

        var found =
                Json.object(all.getNotify("/v2/notifications?reference=ref-1").body());
        assertThat(found.get("notifications")).hasSize(1);
        Eventually.holds(() -> assertThat(all.child().inbox()).hasSize(1));
        assertThat(all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "next", "ref-2"))
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void a_send_is_accepted_and_the_connection_cut() {
        all.simulator.faults(Simulation.TWILIO, Faults.NONE.withSends(SendFault.ACCEPT_THEN_CUT, 1));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> all.sendByTwilio(Simulation.CHILD, "words"));
        Eventually.holds(() -> assertThat(all.child().inbox()).hasSize(1));
    }

    @Test
    void a_send_fails_before_or_after_it_is_accepted() {
        all.simulator.faults(Simulation.NOTIFY, Faults.NONE.withSends(SendFault.FAIL, 1));
        assertThat(all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "not taken", "r"))
                        .statusCode())
                .isEqualTo(500);
        all.simulator.faults(Simulation.NOTIFY, Faults.NONE.withSends(SendFault.ACCEPT_THEN_FAIL, 1));
        assertThat(all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "taken", "r"))
                        .statusCode())
                .isEqualTo(500);

        Eventually.holds(() -> assertThat(all.child().inbox()).hasSize(1));
        assertThat(all.child().inbox().get(0).body()).isEqualTo("taken");
    }

    @Test
    void too_many_sends_are_told_when_to_come_again() {
        var tooMany = Faults.NONE.withSends(SendFault.TOO_MANY, 2).withRetryAfterSeconds(7);
        all.simulator.faults(Simulation.NOTIFY, tooMany);
        all.simulator.faults(Simulation.TWILIO, tooMany);

        for (var i = 0; i < 2; i++) {
            var notify = all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "words", "r"));
            assertThat(notify.statusCode()).isEqualTo(429);
            assertThat(notify.headers().firstValue("Retry-After")).hasValue("7");
            assertThat(notify.body()).contains("RateLimitError");
            var twilio = all.sendByTwilio(Simulation.CHILD, "words");
            assertThat(twilio.statusCode()).isEqualTo(429);
            assertThat(Json.object(twilio.body()).get("code").asInt()).isEqualTo(20429);
        }
        assertThat(all.sendByNotify(Simulation.notifyBody(Simulation.CHILD, "words", "r"))
                        .statusCode())
                .isEqualTo(201);
        assertThat(all.sendByTwilio(Simulation.CHILD, "words").statusCode()).isEqualTo(201);
    }

    @Test
    void another_token_proves_callbacks_as_in_a_rotation_and_one_too_far_is_wrong() {
        all.simulator.faults(Simulation.NOTIFY, Faults.NONE.withToken(1));
        all.child().text(Simulation.NOTIFY, "words");
        assertThat(all.service.posts(1).get(0).authorization()).isEqualTo("Bearer second-token");

        all.simulator.faults(Simulation.TWILIO, Faults.NONE.withToken(2));
        all.child().text(Simulation.TWILIO, "words");
        var post = all.service.posts(2).get(1);
        assertThat(post.signature()).isNotIn(signature(post, "primary"), signature(post, "secondary"));
    }

    @Test
    void an_api_is_down_and_the_other_is_not() {
        all.simulator.faults(Simulation.NOTIFY, Faults.NONE.withApiDown());

        assertThat(all.getNotify("/v2/received-text-messages").statusCode()).isEqualTo(503);
        assertThat(all.getTwilio("/Messages.json").statusCode()).isEqualTo(200);
    }

    @Test
    void another_process_sets_them_too() {
        var set = all.call(
                "POST",
                "/simulator/faults?number=%2B447700900900",
                null,
                "application/json",
                "{\"copies\":3,\"sends\":\"TOO_MANY\",\"sendsHit\":1}");

        assertThat(set.statusCode()).isEqualTo(204);
        assertThat(all.simulator.faults(Simulation.NOTIFY))
                .isEqualTo(Faults.NONE
                        .withCopies(3)
                        .withSends(SendFault.TOO_MANY, 1)
                        .withRetryAfterSeconds(0));
        assertThat(all.simulator.faults(Simulation.TWILIO)).isEqualTo(Faults.NONE);
        assertThat(get("/simulator/faults")).contains("\"copies\":3");
        assertThat(all.call("POST", "/simulator/faults", null, "application/json", "{\"copys\":3}")
                        .statusCode())
                .isEqualTo(400);

        assertThat(all.call("DELETE", "/simulator/faults", null, "text/plain", "")
                        .statusCode())
                .isEqualTo(204);
        assertThat(all.simulator.faults(Simulation.NOTIFY)).isEqualTo(Faults.NONE);
    }

    private static String signature(Listener.Post post, String token) {
        return TwilioSignature.of(
                "https://contact.example.test/webhooks/sms/twilio?a=%2B%26", Form.parse(post.body()), token);
    }

    private String get(String path) {
        return all.call("GET", path, null, "text/plain", "").body();
    }
}
