package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.Arrival;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.ChildPhone;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;
import uk.helpathand.people.Staff;

/** A children's home writes and nobody notices anything; a flood meets one button and is seen by the team all the same. */
@ExtendWith(RunningWhole.class)
class FloodIT {

    private static final int HOME = 40;

    private final Whole whole;
    private final Staff ada;

    FloodIT(Whole whole) {
        this.whole = whole;
        this.ada = whole.staff("ada");
    }

    @Test
    void aHomeGetsThroughAndAFloodMeetsOneButton() throws Exception {
        var service = whole.withFloodLimit("contact-service-limited", 60);
        service.start();
        try {
            var marker = Marker.next();
            var codes = home(marker, new ChildPhones(service.url()));
            Eventually.holds(
                    "all forty are in the queue", () -> ada.queued(marker).size() == HOME);
            assertThat(ada.inTray(marker)).isEmpty();
            new Arrival(whole).awaitOnce(Duration.ofSeconds(60), text(marker, 7));
            for (var code : codes) {
                assertThat(whole.phone().open(code).thread().messages()).hasSize(1);
            }

            for (var child = HOME; child < 60; child++) {
                new ChildPhone(service.url()).write(text(marker, child));
            }
            beyondTheLimit(new ChildPhones(service.url()));
        } finally {
            service.stop();
        }
    }

    private void beyondTheLimit(ChildPhones phones) {
        var marker = Marker.next();
        var flood = new ArrayList<ChildPhone>();
        for (var number = 0; number < 10; number++) {
            var phone = phones.next();
            assertThat(send(phone, Map.of("happening", text(marker, number)))).isEqualTo("/confirm");
            flood.add(phone);
        }
        Eventually.holds("all ten are in the tray", () -> ada.inTray(marker).size() == 10);
        assertThat(ada.queued(marker)).isEmpty();

        var person = flood.get(3);
        var button = person.get("/confirm").expect(200).page().input("appendToken");
        var pressed = person.post("/confirm", Map.of("appendToken", button)).expect(303);
        assertThat(pressed.header("Location")).endsWith("/sent");
        Eventually.holds(
                "the person is in the queue", () -> excerpts(ada.queued(marker)).equals(List.of(text(marker, 3))));
        var code = person.code();
        assertThat(whole.phone().open(code).thread().messages()).containsExactly(text(marker, 3));

        var later = flood.get(5).code();
        whole.phone().open(later);
        Eventually.holds(
                "who comes back with the code as well", () -> ada.queued(marker).size() == 2);
        assertThat(ada.inTray(marker)).hasSize(8);

        var danger = Marker.next();
        assertThat(send(phones.next(), Map.of("happening", danger, "safe", "no")))
                .as("danger meets no button")
                .isEqualTo("/sent");
        assertThat(ada.enquiry(danger).get("status").asText()).isEqualTo("new");
        assertThat(ada.acknowledge(ada.inTray(marker).get(0)).hasNonNull("by")).isTrue();
    }

    /** Forty phones behind one address, eight at a time; their return codes. */
    private static List<String> home(String marker, ChildPhones phones) throws Exception {
        var threads = Executors.newFixedThreadPool(8);
        try {
            var sending = new ArrayList<Future<String>>();
            for (var child = 0; child < HOME; child++) {
                var text = text(marker, child);
                sending.add(threads.submit(() -> phones.next().write(text)));
            }
            var codes = new ArrayList<String>();
            for (var one : sending) {
                codes.add(one.get());
            }
            return codes;
        } finally {
            threads.shutdownNow();
        }
    }

    /** Where the browser is led to. */
    private static String send(ChildPhone phone, Map<String, ?> fields) {
        var answer = phone.post("/ask", phone.askForm(fields)).expect(303);
        return URI.create(answer.header("Location")).getPath();
    }

    private static List<String> excerpts(List<JsonNode> lines) {
        return lines.stream().map(line -> line.get("excerpt").asText()).toList();
    }

    private static String text(String marker, int number) {
        return "%s-%03d they are moving us".formatted(marker, number);
    }

    /** Each a phone of its own, all at one replica. */
    private record ChildPhones(URI service) {

        ChildPhone next() {
            return new ChildPhone(service);
        }
    }
}
