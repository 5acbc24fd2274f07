package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.fixture.FakeSmsProviders.Answer;
import uk.helpathand.contact.sms.notify.NotifySmsGateway;
import uk.helpathand.contact.sms.twilio.TwilioSmsGateway;
import uk.helpathand.platform.fixture.TestDatabase;

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
    TwilioSmsGateway twilio;

    @Inject
    CircuitBreakerMaintenance breakers;

    private TextsInPlay play;

    @BeforeEach
    void begin() {
        breakers.resetAll();
        play = new TextsInPlay();
    }

    @AfterEach
    void rightClock() {
        setClock(Clock.systemUTC());
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

    @Test
    void a_clock_that_was_wrong_hides_nothing_from_later_sweeps() {
        var since = new AtomicReference<String>();
        FakeSmsProviders.answers(call -> {
            since.set(
                    URLDecoder.decode(call.query(), StandardCharsets.UTF_8).replaceAll(".*DateSent>=([^&]*).*", "$1"));
            return Answer.of(200, "{\"messages\": []}");
        });
        setClock(Clock.offset(Clock.systemUTC(), Duration.ofHours(2)));
        sweep.sweep(twilio);
        setClock(Clock.systemUTC());

        sweep.sweep(twilio);
        assertThat(Instant.parse(since.get())).isBefore(Instant.now().minus(6, ChronoUnit.DAYS));

        // And it is right again from then on.
        sweep.sweep(twilio);
        assertThat(Instant.parse(since.get())).isAfter(Instant.now().minus(2, ChronoUnit.HOURS));
    }

    @Test
    void one_text_that_cannot_be_kept_holds_back_what_its_number_wrote_later_and_no_other() {
        FakeSmsProviders.answers(call -> call.method().equals("GET") ? listOfTwoNumbers() : Answer.of(500, ""));
        TestDatabase.asOwner("ALTER TABLE provider_event ADD CONSTRAINT broken CHECK (provider_id <> 'one-1')");
        try {
            assertThat(sweep.sweep(gateway)).isEqualTo(1);
            assertThat(TestDatabase.ask("select count(*) from provider_sweep")).isEqualTo("0");
        } finally {
            TestDatabase.asOwner("ALTER TABLE provider_event DROP CONSTRAINT broken");
        }
        assertThat(sweep.sweep(gateway)).isEqualTo(2);
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries())
                .extracting(enquiry -> enquiry.getString("happening"))
                .containsExactlyInAnyOrder("other", "first");
        assertThat(TextsInPlay.messages())
                .extracting(message -> message.getString("text"))
                .containsExactly("second");
    }

    @Test
    void however_many_cannot_be_kept_the_others_are_taken_in() {
        String last = listed("id-last", "447700900200", 10, "of another child");
        String broken = IntStream.rangeClosed(1, 7)
                .mapToObj(i -> listed("broken-" + i, "44770090010" + i, 10 - i, "text " + i))
                .collect(Collectors.joining(","));
        FakeSmsProviders.answers(call -> call.method().equals("GET")
                ? Answer.of(200, "{\"received_text_messages\": [%s, %s], \"links\": {}}".formatted(last, broken))
                : Answer.of(500, ""));
        TestDatabase.asOwner(
                "ALTER TABLE provider_event ADD CONSTRAINT broken CHECK (provider_id NOT LIKE 'broken-%')");
        try {
            assertThat(sweep.sweep(gateway)).isEqualTo(1);
        } finally {
            TestDatabase.asOwner("ALTER TABLE provider_event DROP CONSTRAINT broken");
        }
        TextsInPlay.settled();
        assertThat(TextsInPlay.enquiries())
                .extracting(enquiry -> enquiry.getString("happening"))
                .containsExactly("of another child");
    }

    private void setClock(Clock clock) {
        ClientProxy.unwrap(sweep).clock = clock;
    }

    private static Answer listOfTwoNumbers() {
        return Answer.of(
                200,
                "{\"received_text_messages\": [%s, %s, %s], \"links\": {}}"
                        .formatted(
                                listed("one-2", "447700900123", 3, "second"),
                                listed("two", "447700900124", 2, "other"),
                                listed("one-1", "447700900123", 1, "first")));
    }

    private static String listed(String id, String from, int second, String words) {
        return """
                {"id": "%s", "created_at": "%s", "service_id": "s", "notify_number": "07700900801",
                 "user_number": "%s", "content": "%s"}
                """.formatted(id, OUTAGE.plusSeconds(second), from, words);
    }

    /** Newest first, four a page. */
    private static Answer list(String query) {
        int from = query == null || !query.contains("older_than=")
                ? 9
                : Integer.parseInt(query.replaceAll(".*older_than=id-(\\d).*", "$1")) - 1;
        String texts = IntStream.rangeClosed(Math.max(0, from - 3), from)
                .map(i -> Math.max(0, from - 3) + from - i)
                .filter(i -> i >= 0)
                .mapToObj(i -> listed("id-" + i, "447700900123", i, "text " + i))
                .collect(Collectors.joining(","));
        return Answer.of(200, "{\"received_text_messages\": [%s], \"links\": {}}".formatted(from < 0 ? "" : texts));
    }
}
