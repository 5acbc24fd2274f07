package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.fixture.FakeSmsProviders.Answer;
import uk.helpathand.contact.sms.notify.NotifySmsGateway;

/** An outage longer than a provider's patience (trap 3). */
@QuarkusTest
class SweepTest {

    private static final Instant OUTAGE =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).minus(2, ChronoUnit.HOURS);

    @Inject
    Sweep sweep;

    @Inject
    NotifySmsGateway gateway;

    @Inject
    CircuitBreakerMaintenance breakers;

    private TextsInPlay play;

    @BeforeEach
    void begin() {
        breakers.resetAll();
        play = new TextsInPlay();
    }

    @Test
    void what_never_came_is_taken_in_once_in_order_with_its_time_and_without_an_answer_by_machine() {
        TextsInPlay.text("id-5", TextsInPlay.CHILD, "text 5", OUTAGE.plusSeconds(5));
        TextsInPlay.settled();
        play.sent.clear();
        FakeSmsProviders.answers(call -> call.method().equals("GET") ? list(call.query()) : Answer.of(500, ""));
        assertThat(sweep.sweep(gateway)).isEqualTo(9);
        assertThat(sweep.sweep(gateway)).isZero();
        // A callback that was late after all
        TextsInPlay.text("id-3", TextsInPlay.CHILD, "text 3", OUTAGE.plusSeconds(3));
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries()).hasSize(1);
        assertThat(TextsInPlay.messages())
                .extracting(message -> message.getString("text"))
                .containsExactly(
                        "text 0", "text 1", "text 2", "text 3", "text 4", "text 6", "text 7", "text 8", "text 9");
        assertThat(Instant.parse(TextsInPlay.messages().get(0).getString("receivedAt")))
                .isEqualTo(OUTAGE);
        assertThat(play.sent).isEmpty();
    }

    /** Newest first, four a page. */
    private static Answer list(String query) {
        int from = query == null || !query.contains("older_than=")
                ? 9
                : Integer.parseInt(query.replaceAll(".*older_than=id-(\\d).*", "$1")) - 1;
        String texts = IntStream.rangeClosed(Math.max(0, from - 3), from)
                .map(i -> Math.max(0, from - 3) + from - i)
                .filter(i -> i >= 0)
                .mapToObj(i -> """
                        {"id": "id-%d", "created_at": "%s", "service_id": "s", "notify_number": "07700900801",
                         "user_number": "447700900123", "content": "text %d"}
                        """.formatted(i, OUTAGE.plusSeconds(i), i))
                .collect(Collectors.joining(","));
        return Answer.of(200, "{\"received_text_messages\": [%s], \"links\": {}}".formatted(from < 0 ? "" : texts));
    }
}
