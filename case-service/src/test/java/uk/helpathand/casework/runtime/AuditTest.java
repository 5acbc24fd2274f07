package uk.helpathand.casework.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.platform.fixture.TestDatabase;

/** Who saw or did what is written with it, or it does not happen. */
@QuarkusTest
class AuditTest extends ServiceTest {

    private static final Staff ANALYST = new Staff("ana", "analyst");

    @Test
    void every_read_and_every_change_writes_who_and_what() {
        Sent sent = withTask();
        var file = ADA.opensCase(sent).get(0);
        everything(sent, file).forEach((action, call) -> {
            TestDatabase.asOwner("TRUNCATE audit");

            call.get().then().statusCode(org.hamcrest.Matchers.lessThan(300));

            assertThat(ask(
                            "SELECT string_agg(action || ' ' || actor || ' ' || outcome, ',') FROM audit WHERE action = '"
                                    + action + "'"))
                    .isEqualTo(action + " ada done");
        });
    }

    @Test
    void a_list_writes_one_row_with_all_it_showed() {
        Sent one = Sent.enquiry().put();
        Sent two = Sent.enquiry().put();

        ADA.sees("/v1/enquiries");

        assertThat(ask("SELECT count(*) FROM audit")).isEqualTo("1");
        assertThat(ask("SELECT subject_ids @> ARRAY['" + one.id + "', '" + two.id + "']::uuid[] FROM audit"))
                .isEqualTo("t");
        assertThat(ask("SELECT actor_roles FROM audit")).isEqualTo("{adviser}");
    }

    @Test
    void a_decision_also_writes_the_cases_and_children_it_made() {
        ADA.opensCase(Sent.byAdult(2).put());

        assertThat(ask("SELECT cardinality(subject_ids) FROM audit WHERE action = 'case.open'"))
                .isEqualTo("2");
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'child.create'"))
                .isEqualTo("2");
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'enquiry.triage'"))
                .isEqualTo("1");
    }

    @Test
    void unwritable_audit_is_503_with_no_data_and_nothing_done() {
        Sent sent = withTask();
        var file = ADA.opensCase(sent).get(0);
        Sent fresh = Sent.danger().put();
        var calls = everything(sent, file);
        calls.put("ack", () -> ADA.acknowledges(fresh));
        calls.put("triage", () -> ADA.triages(fresh, decision("open-case", "Hello")));
        String before = state();
        TestDatabase.asOwner("REVOKE INSERT ON audit FROM app");
        try {
            calls.forEach((action, call) -> assertThat(call.get()
                            .then()
                            .statusCode(503)
                            .body("type", endsWith("audit-unavailable"))
                            .extract()
                            .asString())
                    .as(action)
                    .doesNotContain("items", "happening", sent.reference));
        } finally {
            TestDatabase.asOwner(TestDatabase.AUDIT_WRITABLE);
        }
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void absent_and_forbidden_are_recorded_alike() {
        UUID id = UUID.randomUUID();

        ADA.get("/v1/cases/" + id).then().statusCode(404);
        ANALYST.get("/v1/cases/" + id).then().statusCode(403);

        assertThat(ask("SELECT count(*) FROM audit WHERE outcome = 'refused'")).isEqualTo("2");
        assertThat(ask("SELECT count(DISTINCT (action, subject_ids)) FROM audit"))
                .isEqualTo("1");
        assertThat(ask("SELECT action FROM audit LIMIT 1")).isEqualTo("GET /v1/cases/{id}");
    }

    private static Sent withTask() {
        Sent sent = Sent.byAdult(2);
        sent.safeContact = Sent.byText(1, NumberIs.MINE, sent.receivedAt);
        return sent.put();
    }

    /** Every operation of staff on something that is there, by the name it writes. Each may be called again. */
    private static Map<String, Supplier<Response>> everything(Sent sent, UUID file) {
        String child = ADA.sees("/v1/cases/" + file).path("childId");
        String conversation = "/v1/conversations/" + sent.conversationId;
        var calls = new LinkedHashMap<String, Supplier<Response>>();
        calls.put("enquiry.list", () -> ADA.get("/v1/enquiries"));
        calls.put("enquiry.read", () -> ADA.get("/v1/enquiries/" + sent.id));
        calls.put("enquiry.acknowledge", () -> ADA.acknowledges(sent));
        calls.put("conversation.list", () -> ADA.get("/v1/conversations"));
        calls.put("conversation.read", () -> ADA.get(conversation + "/messages"));
        calls.put("conversation.reply", () -> ADA.replies(sent, "Hello"));
        calls.put("conversation.read-contact-state", () -> ADA.get(conversation + "/contact-state"));
        calls.put("conversation.preview", () -> ADA.calls()
                .body(Map.of("text", "Hello", "audience", "adult"))
                .post(conversation + "/message-previews"));
        calls.put("conversation.read-progress", () -> ADA.get(conversation + "/progress"));
        calls.put("case.list", () -> ADA.get("/v1/cases"));
        calls.put("case.read", () -> ADA.get("/v1/cases/" + file));
        calls.put("case.read-messages", () -> ADA.get("/v1/cases/" + file + "/messages"));
        calls.put("case.read-tasks", () -> ADA.get("/v1/cases/" + file + "/tasks"));
        calls.put("task.list", () -> ADA.get("/v1/tasks"));
        String task = ADA.sees("/v1/tasks").path("items[0].id");
        calls.put("task.complete", () -> ADA.calls().post("/v1/tasks/" + task + "/completion"));
        calls.put("child.read", () -> ADA.get("/v1/children/" + child));
        calls.put("child.search", () -> ADA.calls().body(Map.of("name", "Kim")).post("/v1/children/searches"));
        calls.put("alert.list", () -> ADA.get("/v1/alerts"));
        calls.put("staff.list", () -> ADA.get("/v1/staff"));
        sharing("/v1/cases/" + file, "/v1/children/" + child, calls);
        String caseTag = ADA.tag("/v1/cases/" + file);
        calls.put(
                "case.change",
                () -> ADA.calls().header("If-Match", caseTag).body(Map.of()).patch("/v1/cases/" + file));
        calls.put("case.change-owner", () -> ADA.calls()
                .header("If-Match", caseTag)
                .body(Map.of("ownerId", "ada", "reason", "None"))
                .put("/v1/cases/" + file + "/owner"));
        String childTag = ADA.tag("/v1/children/" + child);
        calls.put(
                "child.change",
                () -> ADA.calls().header("If-Match", childTag).body(Map.of()).patch("/v1/children/" + child));
        calls.put("case.close", () -> ADA.calls()
                .header("If-Match", caseTag)
                .body(Map.of("reason", "RESOLVED", "tellChild", "We have finished"))
                .post("/v1/cases/" + file + "/closure"));
        return calls;
    }

    private static void sharing(String file, String child, Map<String, Supplier<Response>> calls) {
        Map<String, Object> consent = Map.of(
                "givenBy",
                "parent",
                "what",
                List.of("wishes"),
                "bodyKind",
                "school",
                "bodyName",
                "x",
                "explained",
                "x");
        String id = ADA.creates().body(consent).post(child + "/consents").path("id");
        calls.put("child.read-consents", () -> ADA.get(child + "/consents"));
        calls.put("child.record-consent", () -> ADA.creates().body(consent).post(child + "/consents"));
        calls.put("child.withdraw-consent", () -> ADA.calls().post(child + "/consents/" + id + "/withdrawal"));
        calls.put("child.read-competence", () -> ADA.get(child + "/competence-judgements"));
        calls.put("child.judge-competence", () -> ADA.creates()
                .body(Map.of("decision", "x", "able", true, "how", "x"))
                .post(child + "/competence-judgements"));
        calls.put("case.read-disclosures", () -> ADA.get(file + "/disclosures"));
        var disclosure = new LinkedHashMap<String, Object>(Map.of(
                "bodyKind", "school", "bodyName", "x", "what", List.of("wishes"), "by", "phone", "childTold", "yes"));
        disclosure.put("basis", "without-consent");
        disclosure.put("reason", "She may be hurt");
        calls.put("case.disclose", () -> ADA.creates().body(disclosure).post(file + "/disclosures"));
    }

    private static String state() {
        return ask("""
                SELECT concat_ws('|',
                    (SELECT string_agg(e::text, ',' ORDER BY id) FROM enquiry e),
                    (SELECT string_agg(c::text, ',' ORDER BY id) FROM case_file c),
                    (SELECT count(*) FROM message), (SELECT count(*) FROM idempotency), (SELECT count(*) FROM triage),
                    (SELECT count(*) FROM alert WHERE stopped_at IS NULL), (SELECT count(*) FROM child),
                    (SELECT count(*) FROM task WHERE done_at IS NULL),
                    (SELECT string_agg(c::text, ',' ORDER BY id) FROM consent c),
                    (SELECT count(*) FROM competence_judgement), (SELECT count(*) FROM disclosure))
                """);
    }
}
