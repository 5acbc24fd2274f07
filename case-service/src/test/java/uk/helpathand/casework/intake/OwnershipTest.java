package uk.helpathand.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.fixture.Staff.decision;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Together;

/** Every inbound message has an owner. */
@QuarkusTest
class OwnershipTest extends ServiceTest {

    @Test
    void before_any_decision_the_queue_answers() {
        Sent sent = Sent.enquiry().put();

        assertThat(owner(sent)).isEqualTo("queue null");
        sent.write("Are you there?");
        assertThat(owner(sent)).isEqualTo("queue null");
        assertThat(status(sent)).isEqualTo("new");
    }

    @Test
    void with_an_open_case_its_owner_answers_and_the_queue_stays_as_it_is() {
        Sent sent = Sent.enquiry().put();
        ADA.opensCase(sent);

        sent.write("Thank you");

        assertThat(owner(sent)).isEqualTo("adviser ada");
        assertThat(status(sent)).isEqualTo("triaged");
        assertThat(stage(sent)).isEqualTo("working");
    }

    @Test
    void of_several_open_cases_the_one_opened_last_answers() {
        Sent sent = Sent.enquiry().put();
        ADA.triages(sent, decision("signpost", "Childline can help")).then().statusCode(200);
        UUID older = BEN.opensCase(Sent.enquiry().put()).get(0);
        UUID newer = ADA.opensCase(Sent.enquiry().put()).get(0);
        sent.write("They could not");
        join(sent, newer);
        Sent both = Sent.byAdult(2).put();
        var triage = decision("join-case", "Ada answers");
        triage.put("caseId", newer);
        triage.put("children", List.of(Map.of("enquiryChildId", both.children.get(0))));
        ADA.triages(both, triage).then().statusCode(200);

        sent.write("Hello");

        assertThat(owner(sent)).isEqualTo("adviser ada");
        assertThat(older).isNotEqualTo(newer);
    }

    @Test
    void when_one_of_two_cases_closes_the_other_answers() {
        Sent sent = Sent.byAdult(2).put();
        List<UUID> cases = ADA.opensCase(sent);

        ADA.closes(cases.get(1)).then().statusCode(200);
        sent.write("And the other?");

        assertThat(owner(sent)).isEqualTo("adviser ada");
        assertThat(stage(sent)).isEqualTo("working");
    }

    @Test
    void with_only_closed_cases_the_lead_answers() {
        Sent sent = Sent.enquiry().put();
        ADA.closes(ADA.opensCase(sent).get(0)).then().statusCode(200);
        assertThat(stage(sent)).isEqualTo("finished");

        sent.write("It began again");

        assertThat(owner(sent)).isEqualTo("lead null");
        assertThat(status(sent)).isEqualTo("triaged");
        assertThat(LEA.sees("/v1/conversations?ownerKind=lead").<List<String>>path("items.id"))
                .containsExactly(sent.conversationId.toString());
        assertThat(stage(sent)).as("not read yet, and the page says so").isEqualTo("received");
    }

    @Test
    void with_no_case_the_enquiry_returns_to_the_queue() {
        Sent sent = Sent.enquiry().put();
        ADA.triages(sent, decision("signpost", "Childline can help")).then().statusCode(200);

        sent.write("They could not help me");

        assertThat(owner(sent)).isEqualTo("queue null");
        assertThat(status(sent)).isEqualTo("returned");
        var queue = BEN.sees("/v1/enquiries");
        assertThat(queue.<List<String>>path("items.id")).containsExactly(sent.id.toString());
        assertThat(queue.<Object>path("items[0].acknowledgedBy")).isNull();
        assertThat(BEN.acknowledges(sent).<String>path("by")).isEqualTo("Ben");
        assertThat(status(sent)).isEqualTo("acknowledged");
        assertThat(stage(sent)).isEqualTo("read");
    }

    @Test
    void a_message_raises_the_urgency_and_never_lowers_it() {
        Sent sent = Sent.enquiry().put();

        sent.write("He will be here tonight", Urgency.IMMEDIATE, "said-not-safe");
        sent.write("Maybe not", Urgency.STANDARD);
        sent.write("I do not know", Urgency.HIGH, "said-not-sure-safe");

        var view = ADA.sees("/v1/enquiries/" + sent.id);
        assertThat(view.<String>path("urgency")).isEqualTo("immediate");
        assertThat(view.<List<String>>path("urgencyReasons.code"))
                .containsExactly("said-not-safe", "said-not-sure-safe");
    }

    @Test
    void messages_decisions_and_closures_at_once_leave_no_message_without_an_owner() {
        for (int round = 0; round < 5; round++) {
            Sent sent = Sent.enquiry().put();
            UUID caseId = ADA.opensCase(sent).get(0);

            Together.run(6, i -> switch (i) {
                case 0 -> ADA.closes(caseId).statusCode();
                case 1 -> ADA.replies(sent, "Hello").statusCode();
                default -> {
                    sent.write("message " + i);
                    yield 204;
                }
            });
            sent.write("the last");

            String expected =
                    ADA.sees("/v1/cases/" + caseId).path("status").equals("open") ? "adviser ada" : "lead null";
            assertThat(owner(sent)).isEqualTo(expected);
        }
    }

    private static void join(Sent sent, UUID caseId) {
        var triage = decision("join-case", "We will look again");
        triage.put("caseId", caseId);
        ADA.triages(sent, triage).then().statusCode(200);
    }

    /** Who must answer, from the waiting list. */
    private static String owner(Sent sent) {
        var waiting = ADA.sees("/v1/conversations");
        String item = "items.find { it.id == '" + sent.conversationId + "' }";
        assertThat(waiting.<Object>path(item)).as("waits").isNotNull();
        return waiting.path(item + ".ownerKind") + " " + waiting.path(item + ".ownerId");
    }

    private static String status(Sent sent) {
        return ADA.sees("/v1/enquiries/" + sent.id).path("status");
    }

    private static String stage(Sent sent) {
        return ADA.sees("/v1/conversations/" + sent.conversationId + "/progress")
                .path("stage");
    }
}
