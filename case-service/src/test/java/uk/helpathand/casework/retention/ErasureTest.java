package uk.helpathand.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.platform.fixture.TestDatabase.asOwner;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.fixture.Columns;
import uk.helpathand.platform.fixture.TestDatabase;

/** Two people decide, contact-service erases first, and then nothing is left of a child but that it was done. */
@QuarkusTest
class ErasureTest extends ServiceTest {

    private static final String APPROVED = "record.approve-erasure";

    private final Columns columns = Columns.ofService();

    /** A child whose case is closed. */
    private record Closed(Sent sent, UUID caseId, UUID childId) {

        static Closed of(Sent sent) {
            UUID caseId = ADA.opensCase(sent).get(0);
            UUID childId = UUID.fromString(ADA.sees("/v1/cases/" + caseId).path("childId"));
            ADA.closes(caseId).then().statusCode(200);
            return new Closed(sent, caseId, childId);
        }
    }

    @Test
    void every_column_says_what_it_holds() {
        assertThat(columns.faults()).isEmpty();
    }

    @Test
    void nothing_of_the_child_is_anywhere_in_the_database() {
        Closed child = Closed.of(withEverything());
        fillTheRest(child);
        String erasure =
                proposes(ADA, child.childId).then().statusCode(201).extract().path("id");
        assertThat(columns.plant()).as("columns without a row").isEmpty();
        assertThat(columns.found()).contains("message.text", "child.name", "audit_reason.reason");

        approves(LEA, erasure).then().statusCode(200).body("status", equalTo("approved"));
        done(erasure);

        assertThat(columns.found()).isEmpty();
        assertThat(ask("SELECT count(*) FROM child_token")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM data_key")).isEqualTo("0");
        String known = "^(audit|audit_|erasure|handover_receipt)";
        assertThat(List.of(child.childId, child.caseId, child.sent.id, child.sent.conversationId))
                .allSatisfy(id -> assertThat(tablesWith(id)).allMatch(table -> table.matches(known + ".*")));
    }

    @Test
    void what_is_left_says_that_it_was_done_by_whom_and_how_much_went() {
        Closed child = Closed.of(Sent.enquiry().put());
        String erasure = proposes(ADA, child.childId).path("id");
        approves(LEA, erasure).then().statusCode(200);
        done(erasure);

        LEA.get("/v1/erasures/" + erasure)
                .then()
                .statusCode(200)
                .body("proposedBy", equalTo("Ada"))
                .body("decidedBy", equalTo("Lea"))
                .body("ground", equalTo("objection"))
                .body("evidence.cases", equalTo(1))
                .body("evidence.enquiries", equalTo(1));
        assertThat(LEA.sees("/v1/erasures?status=done").<List<String>>path("items.id"))
                .containsExactly(erasure);
        assertThat(
                        ask(
                                "SELECT string_agg(actor || ' ' || action, ', ' ORDER BY at, id) FROM audit WHERE action LIKE 'record.%'"))
                .isEqualTo("ada record.propose-erasure, lea " + APPROVED + ", system record.erase");
        assertThat(FakeContactService.calls("/erasure").get(0).body().toString())
                .isEqualTo("{\"messagesHeld\":1,\"whole\":true}");
        ADA.get("/v1/children/" + child.childId).then().statusCode(404);
        ADA.get("/v1/cases/" + child.caseId).then().statusCode(404);
        approves(LEA, erasure).then().statusCode(409).body("type", endsWith("erasure-decided"));
    }

    @Test
    void the_chain_over_the_audit_stays_whole_without_the_reasons() {
        Closed child = Closed.of(Sent.enquiry().put());
        LEA.restricts(child.caseId, "a colleague's niece").then().statusCode(200);
        LEA.creates()
                .body(Map.of("kind", "child", "id", child.childId, "reason", "The family court asked"))
                .post("/v1/legal-holds");
        String hold = LEA.sees("/v1/legal-holds").path("items[0].id");
        LEA.calls().body(Map.of("reason", "The court has decided")).post("/v1/legal-holds/" + hold + "/lifting");
        assertThat(ask("SELECT count(*) FROM audit_reason WHERE reason IS NOT NULL"))
                .isEqualTo("3");
        // Restricted: an adviser outside the circle does not know of it.
        String erasure = proposes(new Staff("lee", "lead"), child.childId)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approves(LEA, erasure).then().statusCode(200);
        done(erasure);

        assertThat(ask("SELECT count(*) FROM audit_reason WHERE reason IS NOT NULL OR salt IS NOT NULL"))
                .isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM audit a WHERE reason LIKE 'sha256 %' AND NOT EXISTS"
                        + " (SELECT 1 FROM audit_reason r WHERE r.audit_id = a.id)"))
                .isEqualTo("0");
        Wait.until(
                "sealed and whole",
                () -> Staff.AUD.sees("/v1/audit/verification").<Boolean>path("whole"));
    }

    @Test
    void nobody_decides_alone() {
        Closed child = Closed.of(Sent.enquiry().put());
        String erasure =
                proposes(LEA, child.childId).then().statusCode(201).extract().path("id");

        approves(LEA, erasure).then().statusCode(422).body("type", endsWith("same-person"));
        approves(ADA, erasure).then().statusCode(403);
        proposes(ADA, child.childId).then().statusCode(409).body("type", endsWith("erasure-decided"));

        assertThat(ask("SELECT status FROM erasure")).isEqualTo("proposed");
        approves(new Staff("lee", "lead"), erasure).then().statusCode(200);
    }

    @Test
    void the_database_itself_deletes_for_nobody_without_two_people() {
        Closed child = Closed.of(Sent.enquiry().put());
        String erasure = proposes(ADA, child.childId).path("id");

        assertThatThrownBy(() -> asApp("SELECT carry_out_erasure('" + erasure + "', now())"))
                .hasMessageContaining("not approved");
        assertThatThrownBy(() -> asApp("UPDATE erasure SET status = 'approved', decided_by_id = proposed_by_id"))
                .hasMessageContaining("ck_erasure_two_people");
        assertThatThrownBy(() -> asApp("DELETE FROM case_file")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asApp("UPDATE message SET text = 'x'")).hasMessageContaining("permission denied");
        assertThatThrownBy(() -> asApp("DELETE FROM audit_reason")).hasMessageContaining("permission denied");
    }

    @Test
    void nobody_is_erased_while_the_team_works_for_them_or_a_court_waits() {
        Sent sent = Sent.enquiry().put();
        UUID caseId = ADA.opensCase(sent).get(0);
        UUID childId = UUID.fromString(ADA.sees("/v1/cases/" + caseId).path("childId"));
        proposes(ADA, childId).then().statusCode(409).body("type", endsWith("case-open"));
        ADA.closes(caseId).then().statusCode(200);
        String erasure = proposes(ADA, childId).then().statusCode(201).extract().path("id");

        String hold = LEA.creates()
                .body(Map.of("kind", "child", "id", childId, "reason", "The family court asked"))
                .post("/v1/legal-holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approves(LEA, erasure).then().statusCode(409).body("type", endsWith("legal-hold"));
        LEA.calls()
                .body(Map.of("reason", "The court has decided"))
                .post("/v1/legal-holds/" + hold + "/lifting")
                .then()
                .statusCode(200)
                .body("liftedBy", equalTo("Lea"));

        approves(LEA, erasure).then().statusCode(200);
        done(erasure);
    }

    @Test
    void a_message_that_nobody_knew_of_stops_it_and_people_look_again() {
        Closed child = Closed.of(Sent.enquiry().put());
        String erasure = proposes(ADA, child.childId).path("id");
        FakeContactService.answers(call -> call.path().endsWith("/erasure") ? 409 : 204);

        approves(LEA, erasure).then().statusCode(200);

        Wait.until("stopped", () -> "stopped".equals(ask("SELECT status FROM erasure")));
        assertThat(ask("SELECT count(*) FROM message")).isNotEqualTo("0");
        assertThat(LEA.sees("/v1/erasures?status=stopped").<List<String>>path("items.id"))
                .containsExactly(erasure);
        child.sent.write("It is me again");
        FakeContactService.reset();
        BEN.calls()
                .post("/v1/erasures/" + erasure + "/proposal")
                .then()
                .statusCode(409)
                .body("type", endsWith("case-open"));
        ADA.replies(child.sent, "Your council can help with this").then().statusCode(201);
        BEN.calls().post("/v1/erasures/" + erasure + "/proposal").then().statusCode(200);
        approves(LEA, erasure).then().statusCode(200);
        done(erasure);
        assertThat(FakeContactService.calls("/erasure")
                        .get(0)
                        .body()
                        .get("messagesHeld")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void a_case_that_is_opened_meanwhile_stops_it() {
        Closed child = Closed.of(Sent.enquiry().put());
        String erasure = proposes(ADA, child.childId).path("id");
        FakeContactService.answers(call -> call.path().endsWith("/erasure") ? 503 : 204);
        approves(LEA, erasure).then().statusCode(200);
        Sent again = Sent.enquiry().put();
        var open = decision("open-case", "We will work on this");
        open.put(
                "children",
                List.of(Map.of("enquiryChildId", again.children.get(0), "childId", child.childId.toString())));
        ADA.triages(again, open).then().statusCode(200);

        Wait.until("stopped", () -> "stopped".equals(ask("SELECT status FROM erasure")));
        FakeContactService.reset();
        Wait.until("nothing is owed", () -> "0".equals(ask("SELECT count(*) FROM outbox WHERE kind = 'erasure'")));

        ADA.sees("/v1/cases/" + child.caseId);
        assertThat(FakeContactService.calls("/erasure"))
                .as("what is kept here is kept there")
                .isEmpty();
    }

    /** The order of a court may come between the decision and the end of an outage. */
    @Test
    void a_hold_that_is_placed_meanwhile_keeps_what_contact_service_has() {
        Closed child = Closed.of(Sent.enquiry().put());
        String erasure = proposes(ADA, child.childId).path("id");
        FakeContactService.answers(call -> call.path().endsWith("/erasure") ? 503 : 204);
        approves(LEA, erasure).then().statusCode(200);
        LEA.creates()
                .body(Map.of("kind", "child", "id", child.childId, "reason", "A court asked for it"))
                .post("/v1/legal-holds")
                .then()
                .statusCode(201);

        Wait.until("stopped", () -> "stopped".equals(ask("SELECT status FROM erasure")));
        FakeContactService.reset();
        Wait.until("nothing is owed", () -> "0".equals(ask("SELECT count(*) FROM outbox WHERE kind = 'erasure'")));

        assertThat(FakeContactService.calls("/erasure")).isEmpty();
    }

    /** Its child's schedule counts by now: else this one would be due for ever. */
    @Test
    void an_enquiry_that_has_joined_a_case_can_still_be_kept() {
        Sent sent = Sent.enquiry().put();
        ADA.triages(sent, decision("out-of-remit", "We cannot help with this"))
                .then()
                .statusCode(200);
        String erasure = proposes(ADA, "enquiry", sent.id).path("id");
        sent.write("please look again");
        ADA.opensCase(sent);

        keeps(erasure, "2999-01-01").then().statusCode(200).body("status", equalTo("kept"));
    }

    @Test
    void contact_service_may_be_away_for_long() {
        Closed child = Closed.of(Sent.enquiry().put());
        String erasure = proposes(ADA, child.childId).path("id");
        FakeContactService.answers(call -> call.path().endsWith("/erasure") ? 503 : 204);
        approves(LEA, erasure).then().statusCode(200);
        Wait.aWhile();
        assertThat(ask("SELECT status FROM erasure")).isEqualTo("approved");

        FakeContactService.reset();

        done(erasure);
    }

    @Test
    void a_late_repeat_does_not_bring_it_back() {
        Closed child = Closed.of(Sent.enquiry().put());
        String erasure = proposes(ADA, child.childId).path("id");
        approves(LEA, erasure);
        done(erasure);

        child.sent.tryPut().then().statusCode(204);

        assertThat(ask("SELECT count(*) FROM enquiry")).isEqualTo("0");
    }

    @Test
    void an_enquiry_that_never_became_a_case_goes_alone() {
        Sent sent = Sent.enquiry().put();
        proposes(ADA, "enquiry", sent.id).then().statusCode(409).body("type", endsWith("case-open"));
        ADA.triages(sent, decision("out-of-remit", "We cannot help with this"))
                .then()
                .statusCode(200);

        String erasure = proposes(ADA, "enquiry", sent.id)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        approves(LEA, erasure).then().statusCode(200);
        done(erasure);

        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM data_key")).isEqualTo("0");
        Closed child = Closed.of(Sent.enquiry().put());
        proposes(ADA, "enquiry", child.sent.id).then().statusCode(422).body("type", endsWith("wrong-case"));
    }

    @Test
    void whoever_may_not_know_of_a_child_proposes_nothing_for_them() {
        Closed child = Closed.of(Sent.enquiry().put());
        LEA.keepsOut(BEN, child.childId, "his sister is the foster carer");

        proposes(BEN, child.childId).then().statusCode(404);
        proposes(ADA, UUID.randomUUID()).then().statusCode(404);
        var lead = new Staff("ben", "lead");
        String erasure = proposes(ADA, child.childId).path("id");
        approves(lead, erasure).then().statusCode(404);
        assertThat(lead.sees("/v1/erasures").<List<String>>path("items.id")).isEmpty();
        lead.get("/v1/erasures/" + erasure).then().statusCode(404);
    }

    @Test
    void a_lead_keeps_a_record_longer_with_a_reason_and_until_a_day_to_come() {
        Closed child = Closed.of(Sent.enquiry().put());
        String erasure = proposes(ADA, child.childId).path("id");

        keeps(erasure, "2020-01-01").then().statusCode(400);
        keeps(erasure, "+999999999-01-01").then().statusCode(400);
        keeps(erasure, "2999-01-01").then().statusCode(200).body("status", equalTo("kept"));

        assertThat(
                        ask(
                                "SELECT said.reason FROM audit JOIN audit_reason said ON audit_id = id WHERE action = 'record.keep'"))
                .isEqualTo("An inquiry may ask for it");
        approves(LEA, erasure).then().statusCode(409);
        proposes(ADA, child.childId).then().statusCode(201);
    }

    /** Everything that can be said through the contract. */
    private static Sent withEverything() {
        return Sent.byAdult(1).withReferral().put();
    }

    /** Rows that other tests make through the contract, one in each table. */
    private static void fillTheRest(Closed child) {
        asOwner("""
                INSERT INTO break_glass (id, case_reference, case_id, staff_id, staff_name, reason, at, until, review_due, justified,
                    review_note, reviewed_by_id, reviewed_at)
                    SELECT id, reference, id, 'ben', 'Ben', 'x', now(), now(), false, true, 'x', 'lea', now() FROM case_file;
                INSERT INTO case_restriction (id, case_id, restricted, reason, by_id, by_name, at)
                    SELECT id, id, false, 'x', 'ada', 'Ada', now() FROM case_file;
                INSERT INTO circle_member (id, case_id, staff_id, added_by_id, added_by, added_at)
                    SELECT id, id, 'ben', 'lea', 'Lea', now() FROM case_file;
                INSERT INTO case_owner (id, case_id, owner_id, owner, valid_from, valid_to, by_id, by_name, reason)
                    SELECT gen_random_uuid(), id, 'ben', 'Ben', now(), now(), 'lea', 'Lea', 'x' FROM case_file;
                INSERT INTO conflict_of_interest (id, child_id, staff_id, reason, flagged_by_id, flagged_by, flagged_at)
                    SELECT id, id, 'kim', 'x', 'lea', 'Lea', now() FROM child;
                INSERT INTO legal_hold (id, subject_kind, subject_id, reason, placed_by_id, placed_by, placed_at, lifted_by_id,
                    lifted_at, lift_reason) SELECT id, 'child', id, 'x', 'lea', 'Lea', now(), 'lea', now(), 'x' FROM child;
                INSERT INTO competence_judgement (id, child_id, decision, able, how, judged_by_sealed, judged_at, recorded_by_id, recorded_by,
                    recorded_at) SELECT id, id, 'x', true, 'x', 'x', now(), 'ada', 'Ada', now() FROM child;
                INSERT INTO consent (id, child_id, given_by, what, body_kind, body_name, explained, given_at, recorded_by_id, recorded_by,
                    recorded_at, competence_judgement_id)
                    SELECT id, id, 'child', '{wishes}', 'school', 'x', 'x', now(), 'ada', 'Ada', now(), id FROM child;
                INSERT INTO disclosure (id, case_id, body_kind, body_name, what, way, basis, reason, child_told, why_not_told, at,
                    recorded_by_id, recorded_by) SELECT id, id, 'school', 'x', '{wishes}', 'phone', 'without-consent', 'x',
                    'not-yet-because', 'x', now(), 'ada', 'Ada' FROM case_file;
                INSERT INTO subject_access (id, child_id, received_on, asked_by, identity_checked_how, recorded_by_id, recorded_by, recorded_at,
                    first_due_on, due_on, extended_at, extended_by_id, extension_reason, given, closing_note, closed_by_id, closed_at,
                    changed_at, version) SELECT id, id, now(), 'child', 'x', 'lea', 'Lea', now(), now(), now(), now(), 'lea', 'x',
                    'all', 'x', 'lea', now(), now(), 0 FROM child;
                INSERT INTO subject_access_decision (id, subject_access_id, entry_id, decision, counted, reason, by_id, by_name, at)
                    SELECT id, id, 'x', 'redact', false, 'x', 'lea', 'Lea', now() FROM subject_access;
                INSERT INTO child_token (token, child_id) SELECT 1, id FROM child ON CONFLICT DO NOTHING;
                INSERT INTO code_revocation (id, conversation_id, reason, note, at) SELECT id, id, 'x', 'x', now() FROM conversation;
                INSERT INTO code_reissue (id, conversation_id, asked, matched, passed, note, by_id, by_name, at)
                    SELECT id, id, '{}', '{}', false, 'x', 'ada', 'Ada', now() FROM conversation;
                INSERT INTO enquiry_details (id, enquiry_id, received_at) SELECT id, id, now() FROM enquiry;
                INSERT INTO alert (id, enquiry_id, enquiry_reference, reason, step, steps, due_at)
                    SELECT id, id, reference, 'x', 1, 1, now() FROM enquiry;
                INSERT INTO task (id, kind, conversation_id, created_at) SELECT id, 'texts-stopped', id, now() FROM conversation;
                INSERT INTO enquiry_urgency_reason (id, enquiry_id, code, at) SELECT id, id, 'x', now() FROM enquiry;
                INSERT INTO possible_link (enquiry_id, position, conversation_id) SELECT id, 1, id FROM enquiry;
                INSERT INTO erasure (id, subject_kind, subject_id, ground, status, due_at, kept_until, version)
                    SELECT id, 'child', id, 'objection', 'kept', now(), now(), 0 FROM child;
                INSERT INTO redaction (id, erasure_id, enquiry_id, status, due_at, excerpt, wanted, referral, version)
                    SELECT e.id, c.id, e.id, 'due', now(), 'x', 'x', 'x', 0 FROM enquiry e, child c;
                INSERT INTO redaction_text (redaction_id, message_id, text) SELECT id, id, 'x' FROM redaction;
                INSERT INTO redaction_part (redaction_id, name, column_name, row_id, read_version, text)
                    SELECT id, 'next-step', 'conversation.progress_next_step', id, 1, 'x' FROM redaction;
                INSERT INTO redaction_part (redaction_id, name, column_name, row_id, read_version, sealed)
                    SELECT id, 'safe-note', 'conversation.safe_note', id, 1, 'x' FROM redaction;
                """);
        LEA.creates()
                .body(Map.of("kind", "child", "id", child.childId, "reason", "The family court asked"))
                .post("/v1/legal-holds");
        String hold = LEA.sees("/v1/legal-holds").path("items[0].id");
        LEA.calls().body(Map.of("reason", "The court has decided")).post("/v1/legal-holds/" + hold + "/lifting");
    }

    static Response proposes(Staff who, UUID childId) {
        return proposes(who, "child", childId);
    }

    private static Response proposes(Staff who, String kind, UUID id) {
        return who.creates()
                .body(Map.of("kind", kind, "id", id, "ground", "objection"))
                .post("/v1/erasures");
    }

    static Response approves(Staff who, String erasure) {
        return who.calls().post("/v1/erasures/" + erasure + "/approval");
    }

    private static Response keeps(String erasure, String until) {
        return LEA.calls()
                .body(Map.of("until", until, "reason", "An inquiry may ask for it"))
                .post("/v1/erasures/" + erasure + "/keeping");
    }

    static void done(String erasure) {
        Wait.until("done", () -> "done".equals(ask("SELECT status FROM erasure WHERE id = '" + erasure + "'")));
    }

    private static List<String> tablesWith(UUID id) {
        String table = "";
        var tables = new java.util.ArrayList<String>();
        for (String line : Columns.dump().lines().toList()) {
            table = line.matches("[a-z_0-9]+") ? line : table;
            if (line.contains(id.toString())) {
                tables.add(table);
            }
        }
        return tables;
    }

    private static void asApp(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(TestDatabase.url(), "app", "app");
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
