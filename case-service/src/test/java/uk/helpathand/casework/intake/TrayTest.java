package uk.helpathand.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.decision;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.handover.ConfirmationHandover;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.platform.fixture.TestDatabase;

/** What came in a flood waits where staff see it, out of the way of the queue, and is never lost. */
@QuarkusTest
class TrayTest extends ServiceTest {

    @Inject
    TrayMetrics metrics;

    @Inject
    MeterRegistry registry;

    @Test
    void what_came_in_a_flood_is_in_the_tray_and_neither_in_the_queue_nor_among_the_waiting() {
        Sent sent = inTray();

        assertThat(ids("/v1/enquiries")).isEmpty();
        assertThat(ids("/v1/enquiries?status=unconfirmed")).containsExactly(sent.id);
        assertThat(ids("/v1/conversations")).isEmpty();
        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<String>path("happening"))
                .isEqualTo(sent.happening);
    }

    @Test
    void confirming_moves_it_to_the_queue_once_and_it_waits_since_it_was_sent() {
        Sent sent = inTray();

        confirm(sent.id, 204);
        Object tag = ADA.tag("/v1/enquiries/" + sent.id);
        confirm(sent.id, 204);

        assertThat(ids("/v1/enquiries?status=unconfirmed")).isEmpty();
        assertThat(ids("/v1/enquiries?status=new")).containsExactly(sent.id);
        assertThat(ids("/v1/conversations")).containsExactly(sent.conversationId);
        assertThat(Instant.parse(ADA.sees("/v1/conversations").path("items[0].waitingSince")))
                .isEqualTo(sent.receivedAt);
        assertThat(ADA.tag("/v1/enquiries/" + sent.id)).isEqualTo(tag);
    }

    @Test
    void confirming_what_is_not_here_is_404_and_what_is_elsewhere_stays_there() {
        confirm(UUID.randomUUID(), 404);
        Sent taken = inTray();
        ADA.acknowledges(taken).then().statusCode(200);
        Sent decided = inTray();
        ADA.triages(decided, decision("signpost", "Childline can help")).then().statusCode(200);
        Sent plain = Sent.enquiry().put();

        List.of(taken, decided, plain).forEach(sent -> confirm(sent.id, 204));

        assertThat(status(taken)).isEqualTo("acknowledged");
        assertThat(status(decided)).isEqualTo("triaged");
        assertThat(status(plain)).isEqualTo("new");
    }

    @Test
    void a_later_message_takes_it_out_of_the_tray_as_well() {
        Sent sent = inTray();

        sent.write("Are you there?");

        assertThat(ids("/v1/enquiries?status=new")).containsExactly(sent.id);
        assertThat(Instant.parse(ADA.sees("/v1/conversations").path("items[0].waitingSince")))
                .isEqualTo(sent.receivedAt);
    }

    @Test
    void danger_is_never_in_the_tray_whatever_the_sender_says_and_a_later_one_takes_it_out() {
        Sent danger = Sent.danger();
        danger.unconfirmed = true;
        danger.put();
        assertThat(status(danger)).isEqualTo("new");

        Sent later = inTray();
        later.write("He is here", Urgency.IMMEDIATE, "said-not-safe");

        assertThat(status(later)).isEqualTo("new");
        assertThat(ids("/v1/enquiries")).containsExactly(danger.id, later.id);
        assertThat(TestDatabase.ask("SELECT count(DISTINCT enquiry_id) FROM alert WHERE stopped_at IS NULL"))
                .isEqualTo("2");
    }

    @Test
    void an_adviser_may_take_or_decide_it_straight_from_the_tray() {
        Sent taken = inTray();
        assertThat(ADA.acknowledges(taken).<String>path("by")).isEqualTo("Ada");
        assertThat(status(taken)).isEqualTo("acknowledged");
        assertThat(ids("/v1/conversations")).containsExactly(taken.conversationId);

        Sent machine = inTray();
        BEN.triages(machine, decision("not-a-request", null)).then().statusCode(200);
        assertThat(status(machine)).isEqualTo("triaged");
        assertThat(ids("/v1/enquiries?status=unconfirmed")).isEmpty();
    }

    @Test
    void forty_at_once_all_arrive_in_the_tray_and_forty_confirmations_at_once_are_all_one() {
        List<Sent> flood = Together.run(40, i -> inTray());
        assertThat(ids("/v1/enquiries?status=unconfirmed")).hasSize(40);

        Together.run(40, i -> {
            confirm(flood.get(i).id, 204);
            return i;
        });
        assertThat(ids("/v1/enquiries?status=unconfirmed")).isEmpty();
        assertThat(ids("/v1/enquiries")).hasSize(40);

        Sent one = inTray();
        Together.run(40, i -> {
            confirm(one.id, 204);
            return i;
        });
        assertThat(TestDatabase.ask("SELECT version FROM enquiry WHERE id = '" + one.id + "'"))
                .isEqualTo("1");
    }

    @Test
    void a_confirmation_never_loses_an_adviser_s_hold_or_decision_that_comes_at_the_same_moment() {
        for (int round = 0; round < 5; round++) {
            Sent taken = inTray();
            Sent decided = inTray();
            Together.run(8, i -> switch (i % 4) {
                case 0 -> ADA.acknowledges(taken).statusCode();
                case 1 -> BEN.triages(decided, decision("not-a-request", null)).statusCode();
                case 2 -> {
                    confirm(taken.id, 204);
                    yield 204;
                }
                default -> {
                    confirm(decided.id, 204);
                    yield 204;
                }
            });
            assertThat(status(taken)).isEqualTo("acknowledged");
            assertThat(status(decided)).isEqualTo("triaged");
        }
    }

    @Test
    void the_metrics_say_how_much_waits_how_long_and_how_much_for_too_long() {
        inTray();
        TestClock.advance(Duration.ofHours(25));
        Sent fresh = inTray();
        TestDatabase.asOwner(
                "UPDATE enquiry SET received_at = received_at + interval '25 hours' WHERE id = '" + fresh.id + "'");

        metrics.read();

        assertThat(gauge("helpathand.enquiries.tray")).isEqualTo(2);
        assertThat(gauge("helpathand.enquiries.tray.late")).isEqualTo(1);
        assertThat(gauge("helpathand.enquiries.tray.oldest")).isBetween(90_000.0, 90_100.0);
        TestDatabase.empty();
        metrics.read();
        assertThat(gauge("helpathand.enquiries.tray")).isZero();
        assertThat(gauge("helpathand.enquiries.tray.oldest")).isZero();
    }

    private double gauge(String name) {
        return registry.get(name).gauge().value();
    }

    private static Sent inTray() {
        Sent sent = Sent.enquiry();
        sent.unconfirmed = true;
        return sent.put();
    }

    private static void confirm(UUID id, int status) {
        Sent.handOver("/v1/enquiries/" + id + "/confirmation", new ConfirmationHandover(Instant.now()))
                .then()
                .statusCode(status);
    }

    private static List<UUID> ids(String path) {
        return ADA.sees(path).<List<String>>path("items.id").stream()
                .map(UUID::fromString)
                .toList();
    }

    private static String status(Sent sent) {
        return ADA.sees("/v1/enquiries/" + sent.id).path("status");
    }
}
