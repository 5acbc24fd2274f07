package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.Arrival;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.Part;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;

/** Whatever of the rest is down, a child's message is taken, and arrives once. */
@ExtendWith(RunningWhole.class)
class HandoverFaultsIT {

    private static final Duration BACK_OFF = Duration.ofSeconds(90);

    private final Whole whole;
    private final Arrival arrival;

    HandoverFaultsIT(Whole whole) {
        this.whole = whole;
        this.arrival = new Arrival(whole);
    }

    @Test
    void caseServiceIsDownWhileAChildWrites() {
        var marker = Marker.next();
        String code;
        whole.stack().kill(Part.CASE_SERVICE);
        try {
            var phone = whole.phone();
            code = phone.write(marker);
            phone.tellMore(Map.of("name", "Robin"));
            phone.open(code).writeAgain(marker + " second");
            assertThat(phone.thread().messages()).containsExactly(marker, marker + " second");
        } finally {
            whole.stack().start(Part.CASE_SERVICE);
        }

        arrival.awaitOnce(BACK_OFF, marker, marker + " second");
        var ada = whole.staff("ada");
        var enquiry = ada.enquiry(marker);
        Eventually.holds(
                "details", BACK_OFF, () -> ada.read(enquiry).get("details").size() == 1);
    }

    @Test
    void contactServiceIsDownWhileAnAdviserReplies() {
        var marker = Marker.next();
        var code = whole.phone().write(marker);
        var ada = whole.staff("ada");
        var enquiry = ada.enquiry(marker);
        whole.stack().kill(Part.CONTACT_SERVICE);
        try {
            ada.reply(enquiry, "first");
            ada.reply(enquiry, "second");
        } finally {
            whole.stack().start(Part.CONTACT_SERVICE);
        }

        var phone = whole.phone().open(code);
        Eventually.holds("both replies, in order", BACK_OFF, () -> phone.thread()
                .messages()
                .equals(List.of(marker, "first", "second")));
    }

    @Test
    void contactServiceStartsAndTakesMessagesWithoutKeycloak() {
        var marker = Marker.next();
        whole.stack().kill(Part.KEYCLOAK);
        try {
            whole.stack().kill(Part.CONTACT_SERVICE);
            whole.stack().start(Part.CONTACT_SERVICE);
            var code = whole.phone().write(marker);
            assertThat(whole.phone().open(code).thread().messages()).containsExactly(marker);
        } finally {
            whole.stack().start(Part.KEYCLOAK);
        }

        arrival.awaitOnce(BACK_OFF, marker);
    }

    /** What the child was told is kept; what they were not told, they send again. */
    @Test
    void postgresIsKilledWhileChildrenWrite() {
        var markers = List.of(Marker.next(), Marker.next(), Marker.next(), Marker.next());
        whole.phone().write(markers.get(0));
        var during = whole.phone();
        var form = during.askForm(Map.of("happening", markers.get(1)));
        whole.stack().kill(Part.POSTGRES);
        try {
            // A session of the killed server may live long enough to commit once more: that is kept as well.
            var refused = Eventually.get(
                    "a refusal", () -> Optional.of(during.post("/ask", form)).filter(answer -> answer.status() == 503));
            assertThat(refused.body()).contains("999");
        } finally {
            whole.stack().start(Part.POSTGRES);
        }
        during.sendUntilTaken(form);
        whole.phone().write(markers.get(2));

        arrival.awaitOnce(BACK_OFF, markers.get(0));
        arrival.awaitOnce(BACK_OFF, markers.get(1));
        arrival.awaitOnce(BACK_OFF, markers.get(2));
    }
}
