package uk.helpathand.casework.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.decision;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.api.casework.ReadTo;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class WaitingTest extends ServiceTest {

    @Test
    void the_longest_waiting_comes_first_and_an_answer_takes_it_away() {
        Sent young = Sent.enquiry().put();
        Sent old = Sent.enquiry();
        old.receivedAt = young.receivedAt.minusSeconds(60);
        old.put();

        var waiting = ADA.sees("/v1/conversations");
        assertThat(ids("/v1/conversations")).containsExactly(old.conversationId, young.conversationId);
        assertThat(waiting.<String>path("items[0].enquiryId")).isEqualTo(old.id.toString());
        assertThat(waiting.<String>path("items[0].audience")).isEqualTo("child");
        assertThat(waiting.<String>path("items[0].waitingSince")).isEqualTo(old.receivedAt.toString());

        ADA.replies(old, "Hello").then().statusCode(201);
        assertThat(ids("/v1/conversations")).containsExactly(young.conversationId);
    }

    @Test
    void it_waits_since_the_oldest_message_without_an_answer() {
        Sent sent = Sent.enquiry().put();
        sent.write("Hello?");
        assertThat(ADA.sees("/v1/conversations").<String>path("items[0].waitingSince"))
                .isEqualTo(sent.receivedAt.toString());
        ADA.replies(sent, "Hello").then().statusCode(201);
        assertThat(ids("/v1/conversations")).isEmpty();

        sent.write("Thank you");

        assertThat(ids("/v1/conversations")).containsExactly(sent.conversationId);
    }

    @Test
    void it_is_filtered_by_who_must_answer_and_shows_the_cases() {
        Sent queued = Sent.enquiry().put();
        Sent adas = Sent.enquiry().put();
        UUID adasCase = ADA.opensCase(adas).get(0);
        Sent bens = Sent.enquiry().put();
        BEN.opensCase(bens);
        adas.write("for Ada");
        bens.write("for Ben");

        assertThat(ids("/v1/conversations?ownerKind=queue")).containsExactly(queued.conversationId);
        assertThat(ids("/v1/conversations?ownerKind=adviser"))
                .containsExactly(adas.conversationId, bens.conversationId);
        assertThat(ids("/v1/conversations?ownerId=ada")).containsExactly(adas.conversationId);
        assertThat(ids("/v1/conversations?ownerKind=adviser&ownerId=ben")).containsExactly(bens.conversationId);
        assertThat(ids("/v1/conversations?ownerKind=lead&ownerId=ben")).isEmpty();
        assertThat(ADA.sees("/v1/conversations?ownerId=ada").<List<String>>path("items[0].caseIds"))
                .containsExactly(adasCase.toString());
    }

    /** What was written may be about the other child, whose adviser has not read it. */
    @Test
    void closing_the_case_of_one_child_answers_nothing_while_that_of_another_is_open() {
        Sent both = Sent.byAdult(2).put();
        List<UUID> cases = ADA.opensCase(both);
        both.write("What about her brother?");

        ADA.closes(cases.get(0)).then().statusCode(200);
        assertThat(ids("/v1/conversations")).containsExactly(both.conversationId);

        ADA.closes(cases.get(1)).then().statusCode(200);
        assertThat(ids("/v1/conversations")).isEmpty();
    }

    @Test
    void what_came_while_the_answer_was_typed_goes_on_waiting() {
        Sent sent = Sent.enquiry().put();
        long read = lastSequence(sent);
        sent.write("They are moving me tonight");
        long all = lastSequence(sent);
        String wrote = ADA.sees(messages(sent)).path("items[-1].sentAt");

        ADA.replies(sent, Map.of("text", "Hello", "readTo", read)).then().statusCode(201);
        assertThat(waitingSince()).containsExactly(wrote);
        assertThat(ADA.sees("/v1/conversations/" + sent.conversationId + "/progress")
                        .<String>path("stage"))
                .isEqualTo("received");
        // From somebody whose screen is older still: what was answered does not wait again.
        BEN.replies(sent, Map.of("text", "Hello too", "readTo", 0)).then().statusCode(201);
        assertThat(waitingSince()).containsExactly(wrote);
        ADA.replies(sent, Map.of("text", "Where to?", "readTo", all)).then().statusCode(201);
        assertThat(waitingSince()).isEmpty();
        BEN.replies(sent, Map.of("text", "Who?", "readTo", read)).then().statusCode(201);
        assertThat(waitingSince()).isEmpty();
    }

    @Test
    void how_far_somebody_read_is_a_place() {
        Sent sent = Sent.enquiry().put();

        ADA.replies(sent, Map.of("text", "Hello", "readTo", -1)).then().statusCode(400);

        assertThat(ids("/v1/conversations")).containsExactly(sent.conversationId);
    }

    @Test
    void what_came_while_a_case_was_being_closed_waits_for_the_lead() {
        Sent sent = Sent.enquiry().put();
        UUID caseId = ADA.opensCase(sent).get(0);
        sent.write("Thank you");
        long read = lastSequence(sent);
        sent.write("But what about tomorrow?");

        ADA.closes(caseId, List.of(new ReadTo(sent.conversationId, read)))
                .then()
                .statusCode(200);

        assertThat(ids("/v1/conversations?ownerKind=lead")).containsExactly(sent.conversationId);
        assertThat(ADA.sees("/v1/conversations/" + sent.conversationId + "/progress")
                        .<String>path("stage"))
                .isEqualTo("received");
    }

    /** Nothing else says that they had not seen it: this front end sends no If-Match. */
    @Test
    void what_came_while_an_enquiry_was_being_decided_brings_it_back() {
        Sent sent = Sent.enquiry().put();
        long read = lastSequence(sent);
        sent.write("he is here with a knife", Urgency.IMMEDIATE, "danger-weapon");
        var signpost = decision("signpost", "Your council can help with this");
        signpost.put("readTo", read);

        ADA.triages(sent, signpost).then().statusCode(200);

        assertThat(ids("/v1/conversations?ownerKind=queue")).containsExactly(sent.conversationId);
        var enquiry = ADA.sees("/v1/enquiries/" + sent.id);
        assertThat(enquiry.<String>path("status")).isEqualTo("returned");
        assertThat(enquiry.<Object>path("acknowledgement")).isNull();
        assertThat(TestDatabase.ask("SELECT count(*) FROM alert WHERE stopped_at IS NULL"))
                .as("goes on")
                .isNotEqualTo("0");
        assertThat(ADA.sees("/v1/conversations/" + sent.conversationId + "/progress")
                        .<String>path("stage"))
                .isEqualTo("received");
    }

    @Test
    void what_came_while_a_case_was_being_opened_waits_for_who_opened_it() {
        Sent sent = Sent.enquiry().put();
        long read = lastSequence(sent);
        sent.write("he is here with a knife", Urgency.IMMEDIATE, "danger-weapon");
        var open = decision("open-case", "We will work on this");
        open.put("readTo", read);

        ADA.triages(sent, open).then().statusCode(200);

        assertThat(ids("/v1/conversations?ownerId=ada")).containsExactly(sent.conversationId);
        ADA.acknowledges(sent).then().statusCode(200);
        assertThat(TestDatabase.ask("SELECT count(*) FROM alert WHERE stopped_at IS NULL"))
                .isEqualTo("0");
    }

    @Test
    void what_a_child_adds_to_a_decided_request_waits_as_a_message_does() {
        Sent sent = Sent.enquiry().put();
        ADA.triages(sent, decision("signpost", "Your council can help with this"))
                .then()
                .statusCode(200);
        assertThat(ids("/v1/conversations")).isEmpty();

        Sent.handOver(
                        "/v1/enquiries/" + sent.id + "/details/" + UUID.randomUUID(),
                        new DetailsHandover(
                                sent.receivedAt,
                                null,
                                null,
                                null,
                                "with my uncle, he hurts me at night",
                                null,
                                null,
                                null,
                                Urgency.IMMEDIATE,
                                List.of(new UrgencyReason("danger-harm-now", sent.receivedAt))))
                .then()
                .statusCode(204);

        assertThat(ids("/v1/conversations?ownerKind=queue")).containsExactly(sent.conversationId);
        var enquiry = ADA.sees("/v1/enquiries/" + sent.id);
        assertThat(enquiry.<String>path("status")).isEqualTo("returned");
        assertThat(enquiry.<String>path("urgency")).isEqualTo("immediate");
        assertThat(enquiry.<List<String>>path("urgencyReasons.code")).contains("danger-harm-now");
        assertThat(TestDatabase.ask("SELECT count(*) > 0 FROM alert WHERE stopped_at IS NULL"))
                .isEqualTo("t");
    }

    @Test
    void a_case_that_was_read_to_its_end_is_closed_and_nothing_waits() {
        Sent sent = Sent.enquiry().put();
        UUID caseId = ADA.opensCase(sent).get(0);
        sent.write("Thank you");

        ADA.closes(caseId, List.of(new ReadTo(sent.conversationId, lastSequence(sent))))
                .then()
                .statusCode(200);

        assertThat(ids("/v1/conversations")).isEmpty();
        assertThat(ADA.sees("/v1/conversations/" + sent.conversationId + "/progress")
                        .<String>path("stage"))
                .isEqualTo("finished");
    }

    @Test
    void a_thread_of_another_case_is_not_read_by_closing_this_one() {
        Sent sent = Sent.enquiry().put();
        UUID caseId = ADA.opensCase(sent).get(0);
        Sent other = Sent.enquiry().put();

        ADA.closes(caseId, List.of(new ReadTo(other.conversationId, 1L))).then().statusCode(400);

        assertThat(ADA.sees("/v1/cases/" + caseId).<String>path("status")).isEqualTo("open");
    }

    /** It also belongs to a case that Ben must not know of, so he cannot have read it. */
    @Test
    void whoever_closes_a_case_answers_nothing_that_they_may_not_read() {
        Sent both = Sent.byAdult(2).put();
        List<UUID> cases = ADA.opensCase(both);
        ADA.restricts(cases.get(1), "a colleague's niece").then().statusCode(200);
        ADA.closes(cases.get(1)).then().statusCode(200);
        both.write("He is back");

        BEN.closes(cases.get(0)).then().statusCode(200);

        assertThat(ids("/v1/conversations?ownerKind=lead")).containsExactly(both.conversationId);
    }

    @Test
    void it_pages() {
        Sent one = Sent.enquiry().put();
        Sent two = Sent.enquiry().put();
        Sent three = Sent.enquiry().put();

        var first = ADA.sees("/v1/conversations?limit=2");

        assertThat(first.<List<String>>path("items.id"))
                .containsExactly(one.conversationId.toString(), two.conversationId.toString());
        assertThat(ids("/v1/conversations?limit=2&after=" + first.path("next"))).containsExactly(three.conversationId);
    }

    private static String messages(Sent sent) {
        return "/v1/conversations/" + sent.conversationId + "/messages";
    }

    private static long lastSequence(Sent sent) {
        return ADA.sees(messages(sent)).jsonPath().getLong("items[-1].sequence");
    }

    private static List<String> waitingSince() {
        return ADA.sees("/v1/conversations").path("items.waitingSince");
    }

    private static List<UUID> ids(String path) {
        return ADA.sees(path).<List<String>>path("items.id").stream()
                .map(UUID::fromString)
                .toList();
    }
}
