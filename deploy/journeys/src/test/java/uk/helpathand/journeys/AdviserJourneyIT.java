package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.ChildPhone;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;
import uk.helpathand.people.Staff;

/** What an adviser decides, what the child sees of it, and whose a later message is. */
@ExtendWith(RunningWhole.class)
class AdviserJourneyIT {

    private final Whole whole;
    private final Staff ada;

    AdviserJourneyIT(Whole whole) {
        this.whole = whole;
        this.ada = whole.staff("ada");
    }

    @ParameterizedTest
    @CsvSource({
        "open-case, I am working on this with you, working on this",
        "signpost, The people at Coram can help you, finished for now",
        "out-of-remit, The law does not let us do this, finished for now",
        "not-a-request, , finished for now",
    })
    void theChildSeesWhatWasDecided(String outcome, String told, String stage) {
        var marker = Marker.next();
        var child = comeBack(marker);
        var enquiry = ada.enquiry(marker);
        assertThat(enquiry.get("status").asText()).isEqualTo("new");

        ada.triage(enquiry, told == null ? Map.of("outcome", outcome) : Map.of("outcome", outcome, "tellChild", told));

        assertThat(ada.queued(marker)).isEmpty();
        var expected = told == null ? List.of(marker) : List.of(marker, told);
        Eventually.holds("told", () -> child.thread().messages().equals(expected));
        Eventually.holds("the page says " + stage, () -> child.thread().words().contains(stage));
    }

    @Test
    void aSecondEnquiryJoinsTheCase() {
        var first = Marker.next();
        whole.phone().write(first);
        var caseId = openCase(ada.enquiry(first));
        var second = Marker.next();
        var child = comeBack(second);
        var enquiry = ada.enquiry(second);

        ada.triage(enquiry, Map.of("outcome", "join-case", "caseId", caseId, "tellChild", "I know about this already"));

        Eventually.holds("told", () -> child.thread().messages().contains("I know about this already"));
        Eventually.holds("told what is next", () -> child.thread().words().contains("working on this"));
        var file = ada.api().get("/v1/cases/" + caseId).expect(200).json();
        assertThat(file.get("enquiryIds")).hasSize(2);
        child.writeAgain("and another thing");
        Eventually.holds("the owner has it", () -> ada.waiting(enquiry)
                .filter(line -> line.get("ownerId").asText().equals(ada.subject()))
                .isPresent());
    }

    @Test
    void acknowledgingTellsTheChildAndTheFirstWins() {
        var marker = Marker.next();
        var child = comeBack(marker);
        var enquiry = ada.enquiry(marker);
        var taken = ada.acknowledge(enquiry);

        assertThat(whole.staff("ben").acknowledge(enquiry)).isEqualTo(taken);
        Eventually.holds("the child is told", () -> child.thread().words().contains("A person has read your message"));
        var line = ada.queued(marker).get(0);
        assertThat(line.get("acknowledgedBy")).isEqualTo(taken.get("by"));
    }

    @Test
    void aMessageAfterASignpostReturnsToTheQueue() {
        var marker = Marker.next();
        var child = comeBack(marker);
        var enquiry = ada.enquiry(marker);
        ada.triage(enquiry, "signpost", "Others can help you better");

        child.writeAgain("they did not");

        Eventually.holds("back in the queue", () -> ada.queued(marker).stream()
                .anyMatch(line -> line.get("status").asText().equals("returned")));
        assertThat(ada.waiting(enquiry).orElseThrow().get("ownerKind").asText()).isEqualTo("queue");
        Eventually.holds("no longer finished", () -> !child.thread().words().contains("finished for now"));
    }

    @Test
    void aMessageAfterTheCaseWasClosedIsTheLeads() {
        var marker = Marker.next();
        var child = comeBack(marker);
        var enquiry = ada.enquiry(marker);
        ada.close(openCase(enquiry), "We have done what we can");
        Eventually.holds("told", () -> child.thread().messages().contains("We have done what we can"));
        Eventually.holds("told what is next", () -> child.thread().words().contains("finished for now"));

        child.writeAgain("it has begun again");

        var lea = whole.staff("lea");
        Eventually.holds("the lead has it", () -> lea.waiting(enquiry)
                .filter(line -> line.get("ownerKind").asText().equals("lead"))
                .isPresent());
        assertThat(lea.texts(enquiry)).last().isEqualTo("it has begun again");
    }

    @Test
    void aReplyToTheWrongAudienceIsRefused() {
        var marker = Marker.next();
        var child = comeBack(marker);
        var enquiry = ada.enquiry(marker);
        var refused = ada.api()
                .post(
                        "/v1/conversations/" + enquiry.get("conversationId").asText() + "/messages",
                        Map.of("text", "for the aunt", "audience", "adult"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(422);
        ada.reply(enquiry, "for you");
        Eventually.holds("the reply", () -> child.thread().messages().equals(List.of(marker, "for you")));
    }

    @Test
    void theAdviserLearnsThatAReplyWasSeen() {
        var marker = Marker.next();
        var code = whole.phone().write(marker);
        var enquiry = ada.enquiry(marker);
        ada.reply(enquiry, "read me");
        Eventually.holds("stored", () -> deliveryOf(enquiry).equals("stored"));
        whole.phone().open(code).thread();
        Eventually.holds("seen", () -> deliveryOf(enquiry).equals("seen"));
    }

    private String deliveryOf(JsonNode enquiry) {
        return ada.messages(enquiry).get(1).path("delivery").asText();
    }

    private ChildPhone comeBack(String happening) {
        return whole.phone().open(whole.phone().write(happening));
    }

    private String openCase(JsonNode enquiry) {
        var triage = ada.triage(enquiry, "open-case", "I am on it");
        return triage.get("cases").get(0).get("caseId").asText();
    }
}
