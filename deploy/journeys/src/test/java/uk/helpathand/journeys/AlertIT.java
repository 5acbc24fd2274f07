package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;
import uk.helpathand.people.Staff;

/** A child who is not safe is not left waiting. */
@ExtendWith(RunningWhole.class)
class AlertIT {

    private final Whole whole;
    private final Staff ada;

    AlertIT(Whole whole) {
        this.whole = whole;
        this.ada = whole.staff("ada");
    }

    /** Two children at the same time: somebody looks after one of them, nobody after the other. */
    @Test
    void mailsTheRotaUntilSomebodyTakesIt() {
        var taken = notSafe();
        var left = notSafe();
        assertThat(ada.queue().get(0).get("urgency").asText()).isEqualTo("immediate");
        Eventually.holds(
                "both alerted",
                () -> whole.mailsAbout(taken).size() == 1
                        && !whole.mailsAbout(left).isEmpty());
        assertThat(whole.mailsAbout(taken).get(0).get("to").toString()).contains(Whole.ON_DUTY);

        ada.acknowledge(taken);

        assertThat(openAlerts(taken)).isEmpty();
        Eventually.holds(
                "three people are called",
                Duration.ofSeconds(60),
                () -> whole.mailsAbout(left).size() == 3);
        assertThat(whole.mailsAbout(left).stream().map(mail -> mail.get("to").toString()))
                .doesNotHaveDuplicates();
        assertThat(whole.mailsAbout(taken)).hasSize(1);
        assertThat(openAlerts(left)).hasSize(3);
        ada.acknowledge(left);
        assertThat(openAlerts(left)).isEmpty();
    }

    private JsonNode notSafe() {
        var marker = Marker.next();
        whole.phone().write(Map.of("happening", marker, "safe", "no"));
        var enquiry = ada.enquiry(marker);
        assertThat(enquiry.get("urgency").asText()).isEqualTo("immediate");
        assertThat(enquiry.get("urgencyReasons").get(0).get("code").asText()).isEqualTo("said-not-safe");
        return enquiry;
    }

    private List<JsonNode> openAlerts(JsonNode enquiry) {
        return StreamSupport.stream(
                        ada.api()
                                .get("/v1/alerts?limit=200")
                                .expect(200)
                                .json()
                                .get("items")
                                .spliterator(),
                        false)
                .filter(alert -> alert.get("enquiryId").equals(enquiry.get("id")))
                .toList();
    }
}
