package uk.helpathand.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.time.Ids;

@QuarkusTest
class TriageTest extends ServiceTest {

    @Test
    void open_case_makes_a_child_and_a_case_that_the_adviser_answers_for() {
        Sent sent = Sent.enquiry().put();

        var decided = ADA.triages(sent, decision("open-case", "I am Ada. I will call your social worker"));

        decided.then().statusCode(200);
        String caseId = decided.path("cases[0].caseId");
        var file = ADA.sees("/v1/cases/" + caseId);
        assertThat(decided.<String>path("by")).isEqualTo("Ada");
        assertThat(decided.<String>path("cases[0].caseReference")).matches("C-[2-9B-DF-HJ-NP-TV-XZ]{6}");
        assertThat(file.<String>path("ownerId")).isEqualTo("ada");
        assertThat(file.<String>path("owner")).isEqualTo("Ada");
        assertThat(file.<String>path("status")).isEqualTo("open");
        assertThat(file.<String>path("childId")).isEqualTo(decided.path("cases[0].childId"));
        assertThat(file.<List<String>>path("conversationIds")).containsExactly(sent.conversationId.toString());
        assertThat(file.<List<String>>path("enquiryIds")).containsExactly(sent.id.toString());
        var view = ADA.sees("/v1/enquiries/" + sent.id);
        assertThat(view.<String>path("status")).isEqualTo("triaged");
        assertThat(view.<String>path("children[0].childId")).isEqualTo(file.path("childId"));
        assertThat(view.<String>path("triages[0].outcome")).isEqualTo("open-case");
        assertThat(view.<String>path("acknowledgement.by")).isEqualTo("Ada");
        assertThat(told(sent)).containsExactly("I am Ada. I will call your social worker");
        assertThat(stage(sent)).isEqualTo("working");
    }

    @Test
    void open_case_opens_one_case_for_each_child() {
        Sent sent = Sent.byAdult(3).put();

        List<UUID> cases = ADA.opensCase(sent);

        assertThat(cases).hasSize(3).doesNotHaveDuplicates();
        assertThat(ask("SELECT count(DISTINCT child_id) FROM case_file")).isEqualTo("3");
        assertThat(ask("SELECT count(*) FROM case_conversation")).isEqualTo("3");
    }

    @Test
    void only_the_chosen_children_get_a_case_and_one_may_be_known_already() {
        Sent first = Sent.enquiry().put();
        ADA.opensCase(first);
        String known = ADA.sees("/v1/enquiries/" + first.id).path("children[0].childId");
        Sent second = Sent.byAdult(3).put();
        var triage = decision("open-case", "Thank you, we will look at this");
        triage.put(
                "children",
                List.of(
                        Map.of("enquiryChildId", second.children.get(2), "childId", known),
                        Map.of("enquiryChildId", second.children.get(0), "name", "Robin Example")));

        var decided = ADA.triages(second, triage);

        decided.then().statusCode(200);
        List<String> children = decided.path("cases.childId");
        assertThat(children).hasSize(2).first().isEqualTo(known);
        assertThat(ADA.sees("/v1/children/" + children.get(1)).<String>path("name"))
                .isEqualTo("Robin Example");
        assertThat(ask("SELECT count(*) FROM child")).isEqualTo("2");
        assertThat(ask("SELECT position('Robin'::bytea IN name) FROM child WHERE name IS NOT NULL"))
                .isEqualTo("0");
        assertThat(ADA.sees("/v1/children/" + known).<List<String>>path("caseIds"))
                .hasSize(2);
        assertThat(ADA.sees("/v1/enquiries/" + second.id).<Object>path("children[1].childId"))
                .isNull();
    }

    @Test
    void a_child_who_said_their_name_is_called_by_it() {
        Sent sent = Sent.enquiry().put();
        Sent.handOver(
                        "/v1/enquiries/" + sent.id + "/details/" + Ids.next(),
                        new DetailsHandover(Instant.now(), "Robin", null, null, null, null, null, null))
                .then()
                .statusCode(204);

        String child = ADA.triages(sent, decision("open-case", "Hello Robin")).path("cases[0].childId");

        assertThat(ADA.sees("/v1/children/" + child).<String>path("name")).isEqualTo("Robin");
    }

    @Test
    void children_that_are_not_the_enquirys_or_stand_twice_are_refused() {
        Sent sent = Sent.byAdult(2).put();
        UUID first = sent.children.get(0);

        wrongChildren(sent, List.of(Map.of("enquiryChildId", UUID.randomUUID())));
        wrongChildren(sent, List.of(Map.of("enquiryChildId", first), Map.of("enquiryChildId", first)));
        wrongChildren(sent, List.of(Map.of("enquiryChildId", first, "childId", UUID.randomUUID())));

        assertThat(ask("SELECT count(*) FROM case_file")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM child")).isEqualTo("0");
    }

    @Test
    void join_case_adds_the_enquiry_and_its_thread_to_an_open_case() {
        UUID caseId = BEN.opensCase(Sent.enquiry().put()).get(0);
        Sent later = Sent.enquiry().put();
        String before = ADA.tag("/v1/cases/" + caseId);
        var triage = decision("join-case", "Ben knows about this and will answer");
        triage.put("caseId", caseId);

        ADA.triages(later, triage).then().statusCode(200);

        var file = ADA.sees("/v1/cases/" + caseId);
        assertThat(file.<List<String>>path("enquiryIds")).hasSize(2).contains(later.id.toString());
        assertThat(file.<List<String>>path("conversationIds")).contains(later.conversationId.toString());
        assertThat(file.header("ETag")).isNotEqualTo(before);
        assertThat(ADA.sees("/v1/enquiries/" + later.id).<String>path("children[0].childId"))
                .isEqualTo(file.path("childId"));
        assertThat(stage(later)).isEqualTo("working");
    }

    /** Else what was said of the child whose case it is would be in nobody's record. */
    @Test
    void of_several_children_it_says_for_which_of_them_the_case_is() {
        UUID caseId = ADA.opensCase(Sent.enquiry().put()).get(0);
        Sent sent = Sent.byAdult(2).withReferral().put();
        var triage = decision("join-case", "We are already working on this");
        triage.put("caseId", caseId);

        ADA.triages(sent, triage).then().statusCode(422).body("type", endsWith("wrong-children"));

        triage.put("children", List.of(Map.of("enquiryChildId", sent.children.get(1))));
        ADA.triages(sent, triage).then().statusCode(200);
        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<String>path("children[1].childId"))
                .isEqualTo(ADA.sees("/v1/cases/" + caseId).path("childId"));
    }

    @Test
    void join_case_needs_a_case_that_is_open() {
        UUID closed = ADA.opensCase(Sent.enquiry().put()).get(0);
        ADA.closes(closed).then().statusCode(200);
        Sent sent = Sent.enquiry().put();

        for (Object caseId : new Object[] {null, UUID.randomUUID(), closed}) {
            Map<String, Object> triage = new HashMap<>(decision("join-case", "Hello"));
            triage.put("caseId", caseId);
            ADA.triages(sent, triage).then().statusCode(422).body("type", endsWith("wrong-case"));
        }
        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<String>path("status")).isEqualTo("new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"signpost", "out-of-remit", "not-a-request"})
    void the_other_outcomes_open_nothing_and_finish_for_now(String outcome) {
        Sent sent = Sent.enquiry().put();

        var decided = ADA.triages(sent, decision(outcome, "Your local advocate can help"));

        decided.then().statusCode(200);
        assertThat(decided.<List<?>>path("cases")).isEmpty();
        assertThat(ask("SELECT count(*) FROM case_file")).isEqualTo("0");
        assertThat(told(sent)).containsExactly("Your local advocate can help");
        assertThat(stage(sent)).isEqualTo("finished");
        assertThat(ADA.sees("/v1/conversations").<List<?>>path("items")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"open-case", "join-case", "signpost", "out-of-remit"})
    void the_child_is_always_told(String outcome) {
        Sent sent = Sent.enquiry().put();

        ADA.triages(sent, decision(outcome, null)).then().statusCode(422).body("type", endsWith("tell-child-missing"));
        ADA.triages(sent, decision(outcome, " \n")).then().statusCode(422);

        assertThat(FakeContactService.calls()).isEmpty();
    }

    @Test
    void what_is_not_a_request_needs_no_words() {
        Sent sent = Sent.enquiry().put();

        var decided = ADA.triages(sent, decision("not-a-request", null));

        decided.then().statusCode(200);
        assertThat(decided.<Object>path("messageId")).isNull();
        assertThat(ADA.sees("/v1/conversations").<List<?>>path("items")).isEmpty();
    }

    @Test
    void a_second_decision_is_refused_until_the_enquiry_comes_back() {
        Sent sent = Sent.enquiry().put();
        ADA.triages(sent, decision("signpost", "Childline can help")).then().statusCode(200);
        BEN.triages(sent, decision("open-case", "Hello"))
                .then()
                .statusCode(409)
                .body("type", endsWith("enquiry-already-triaged"));

        sent.write("They could not help");
        BEN.triages(sent, decision("open-case", "Then we will")).then().statusCode(200);

        List<String> outcomes = ADA.sees("/v1/enquiries/" + sent.id).path("triages.outcome");
        assertThat(outcomes).containsExactly("signpost", "open-case");
    }

    @Test
    void of_two_decisions_at_once_one_wins() {
        Sent sent = Sent.byAdult(2).put();

        List<Integer> answers = Together.run(8, i -> (i % 2 == 0 ? ADA : BEN)
                .triages(sent, decision("open-case", "Hello from " + i))
                .statusCode());

        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 409);
        assertThat(ask("SELECT count(*) FROM case_file")).isEqualTo("2");
        assertThat(ask("SELECT count(*) FROM triage")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM message WHERE author = 'team'")).isEqualTo("1");
    }

    @Test
    void the_same_key_is_one_decision_with_the_same_answer() {
        Sent sent = Sent.enquiry().put();
        var call = decision("open-case", "Hello");
        String key = "\"" + UUID.randomUUID() + "\"";

        List<String> bodies = Together.run(6, i -> {
            var answer =
                    ADA.calls().header("Idempotency-Key", key).body(call).post("/v1/enquiries/" + sent.id + "/triage");
            return answer.statusCode() == 200 ? answer.asString() : "in use";
        });
        String again = ADA.calls()
                .header("Idempotency-Key", key)
                .body(call)
                .post("/v1/enquiries/" + sent.id + "/triage")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(bodies).containsAnyOf(again).allMatch(body -> body.equals(again) || body.equals("in use"));
        assertThat(ask("SELECT count(*) FROM case_file")).isEqualTo("1");
        ADA.calls()
                .header("Idempotency-Key", key)
                .body(decision("signpost", "Hello"))
                .post("/v1/enquiries/" + sent.id + "/triage")
                .then()
                .statusCode(422);
        ADA.calls()
                .body(call)
                .post("/v1/enquiries/" + sent.id + "/triage")
                .then()
                .statusCode(400)
                .body("type", endsWith("idempotency-key-missing"));
    }

    @Test
    void a_decision_on_what_one_read_before_the_last_message_is_stale() {
        Sent sent = Sent.enquiry().put();
        String read = ADA.tag("/v1/enquiries/" + sent.id);
        sent.write("Wait, there is more");

        ADA.creates()
                .header("If-Match", read)
                .body(decision("signpost", "Childline can help"))
                .post("/v1/enquiries/" + sent.id + "/triage")
                .then()
                .statusCode(412)
                .body("type", endsWith("stale"));
        ADA.creates()
                .header("If-Match", ADA.tag("/v1/enquiries/" + sent.id))
                .body(decision("signpost", "Childline can help"))
                .post("/v1/enquiries/" + sent.id + "/triage")
                .then()
                .statusCode(200);
    }

    @Test
    void what_the_body_may_not_set_is_refused() {
        Sent sent = Sent.enquiry().put();
        Map.<String, Object>of(
                        "id", UUID.randomUUID(), "status", "new", "ownerId", "ben", "by", "Ben", "cases", List.of())
                .forEach((name, value) -> {
                    var triage = decision("open-case", "Hello");
                    triage.put(name, value);
                    ADA.triages(sent, triage).then().statusCode(400);
                });

        assertThat(ask("SELECT count(*) FROM case_file")).isEqualTo("0");
    }

    private static void wrongChildren(Sent sent, List<Map<String, Object>> children) {
        var triage = decision("open-case", "Hello");
        triage.put("children", children);
        ADA.triages(sent, triage).then().statusCode(422).body("type", endsWith("wrong-children"));
    }

    private static List<String> told(Sent sent) {
        String path = "/v1/conversations/" + sent.conversationId + "/messages/";
        Wait.until("told", () -> FakeContactService.calls().stream()
                .anyMatch(call -> call.path().startsWith(path)));
        return FakeContactService.calls().stream()
                .filter(call -> call.path().startsWith(path))
                .map(call -> call.body().path("text").asText())
                .toList();
    }

    private static String stage(Sent sent) {
        return ADA.sees("/v1/conversations/" + sent.conversationId + "/progress")
                .path("stage");
    }
}
