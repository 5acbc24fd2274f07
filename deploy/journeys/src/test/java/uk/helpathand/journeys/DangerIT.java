package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;
import uk.helpathand.people.Staff;

/** What a machine reads in a child's words reaches the team: how soon, why, and with a warning where the words are abuse. */
@ExtendWith(RunningWhole.class)
class DangerIT {

    private final Whole whole;
    private final Staff ada;

    DangerIT(Whole whole) {
        this.whole = whole;
        this.ada = whole.staff("ada");
    }

    @Test
    void dangerInTheWordsStandsFirstInTheQueueWithItsReasonAndSomebodyIsCalled() {
        whole.phone().write(Marker.next() + " i want to stay with my nan");
        var marker = Marker.next();
        whole.phone().write(Map.of("happening", marker + " im going to kill myself tonight", "safe", "yes"));

        var enquiry = ada.enquiry(marker);

        assertThat(enquiry.get("urgency").asText()).isEqualTo("immediate");
        assertThat(codes(enquiry)).contains("danger-suicide");
        assertThat(ada.queue().get(0).get("urgency").asText()).isEqualTo("immediate");
        Eventually.holds("somebody is called", () -> !whole.mailsAbout(enquiry).isEmpty());
        assertThat(whole.mailsAbout(enquiry).get(0).get("text").asText())
                .as("a mail carries no words of a child")
                .doesNotContain("kill", marker);
        ada.acknowledge(enquiry);
    }

    /** Neither message alone is danger now. */
    @Test
    void aLaterMessageThatCompletesADangerRaisesWhatWasAlreadyAnswered() {
        var marker = Marker.next();
        var phone = whole.phone();
        phone.open(phone.write(marker + " my placement is ending. i am going to"));
        var enquiry = ada.enquiry(marker);
        assertThat(enquiry.get("urgency").asText()).isNotEqualTo("immediate");
        ada.acknowledge(enquiry);

        phone.writeAgain("kill myself");

        Eventually.holds(
                "raised", () -> ada.read(enquiry).get("urgency").asText().equals("immediate"));
        assertThat(codes(ada.read(enquiry))).contains("danger-suicide");
        Eventually.holds("somebody is called", () -> !whole.mailsAbout(enquiry).isEmpty());
        ada.acknowledge(enquiry);
    }

    @Test
    void abuseIsKeptAsItCameBehindAPlainLine() {
        var marker = Marker.next();
        var words = marker + " fuck off you useless idiots";
        whole.phone().write(words);

        var enquiry = Eventually.get("it has come", () -> ada.queue().stream()
                .filter(line -> line.has("contentWarnings"))
                .map(ada::read)
                .filter(view -> view.get("happening").asText().equals(words))
                .findFirst());

        var line = ada.queue().stream()
                .filter(any -> any.get("id").equals(enquiry.get("id")))
                .findFirst()
                .orElseThrow();
        assertThat(line.get("excerpt").asText()).isNotBlank().doesNotContain(marker, "idiots");
        assertThat(line.get("contentWarnings").get(0).asText()).isEqualTo("abusive-insult");
        var message = ada.messages(enquiry).get(0);
        assertThat(message.get("text").asText()).isEqualTo(words);
        assertThat(message.get("contentWarnings").get(0).asText()).isEqualTo("abusive-insult");
    }

    private static List<String> codes(JsonNode enquiry) {
        return enquiry.get("urgencyReasons").findValuesAsText("code");
    }
}
