package uk.helpathand.casework.subjectaccess;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.casework.subjectaccess.CopiedChild.completes;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** A central office asks: what a lead released, nothing, not by that, or a person. */
@QuarkusTest
class SubjectAccessCheckTest extends ServiceTest {

    private static final Map<String, Object> KIM = Map.of("name", "sample, KIMBERLEY", "dateOfBirth", "2012-05-06");

    @Test
    void what_a_lead_released_is_given_as_it_was_then() {
        var child = new CopiedChild();
        String request = child.askedFor("2026-11-02");
        completes(request, "part", "other-people").then().statusCode(200);
        child.sent.write("written after the release");

        Response given = asks(KIM);

        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.<String>path("copy")).isEqualTo("child");
        assertThat(given.asString()).contains(child.own).doesNotContain("written after the release", "Robin1", "Ada");
        child.others.forEach(words -> assertThat(given.asString()).doesNotContain(words));
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'child.export' AND actor = 'central'"))
                .isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM audit WHERE reason LIKE '%imberley%'"))
                .isEqualTo("0");
    }

    @Test
    void nobody_of_that_name_is_204() {
        new CopiedChild();
        asks(Map.of("name", "Nobody Atall", "dateOfBirth", "2012-05-06")).then().statusCode(204);
        asks(Map.of("name", "Kimberley Sample", "dateOfBirth", "2011-05-06"))
                .then()
                .statusCode(204);
    }

    @Test
    void what_people_are_not_looked_up_by_is_209() {
        new CopiedChild();
        for (Map<String, Object> body : java.util.List.<Map<String, Object>>of(
                Map.of(),
                Map.of("nhsNumber", "9434765919"),
                Map.of("upn", "A123456789012"),
                Map.of("name", "Kimberley Sample"),
                Map.of("name", " ", "dateOfBirth", "2012-05-06"),
                Map.of("dateOfBirth", "2012-05-06"))) {
            assertThat(asks(body).statusCode()).as(body.toString()).isEqualTo(209);
        }
        assertThat(ask("SELECT count(*) FROM audit WHERE actor = 'central'")).isEqualTo("0");
    }

    @Test
    void more_than_one_who_may_be_meant_needs_a_person() {
        var child = new CopiedChild();
        completes(child.askedFor("2026-11-02"), "all", null).then().statusCode(200);
        another("Kimberley Sample", "2012-05-06");

        needsPerson(asks(KIM));
    }

    @Test
    void one_whose_day_nobody_knows_may_be_meant_as_well() {
        var child = new CopiedChild();
        completes(child.askedFor("2026-11-02"), "all", null).then().statusCode(200);
        another("Kimberly Sampel", null);

        needsPerson(asks(KIM));
    }

    @Test
    void what_nobody_has_released_needs_a_person() {
        var child = new CopiedChild();
        needsPerson(asks(KIM));
        String request = child.askedFor("2026-11-02");
        needsPerson(asks(KIM));
        completes(request, "nothing", "serious-harm").then().statusCode(200);
        needsPerson(asks(KIM));
    }

    /** A lead has seen a reason since, so what was given before is not given once more by a program. */
    @Test
    void after_an_answer_of_nothing_or_with_a_request_open_a_person_is_needed() {
        var child = new CopiedChild();
        completes(child.askedFor("2026-11-02"), "all", null).then().statusCode(200);
        asks(KIM).then().statusCode(200);

        String second = child.askedFor("2026-11-03");
        needsPerson(asks(KIM));
        completes(second, "nothing", "serious-harm").then().statusCode(200);
        needsPerson(asks(KIM));
    }

    /** Whoever asks may be who the child wrote about. */
    @Test
    void an_enquiry_that_became_more_urgent_since_the_release_needs_a_person() {
        var child = new CopiedChild();
        completes(child.askedFor("2026-11-02"), "all", null).then().statusCode(200);
        child.sent.write("he hurts me", Urgency.IMMEDIATE, "danger-harm-now");

        needsPerson(asks(KIM));
    }

    @Test
    void a_hold_on_an_enquiry_that_was_lifted_since_the_release_needs_a_person() {
        var child = new CopiedChild();
        TestDatabase.asOwner(
                ("INSERT INTO legal_hold (id, subject_kind, subject_id, reason, placed_by_id, placed_by, placed_at)"
                                + " VALUES (gen_random_uuid(), 'enquiry', '%s', 'x', 'lea', 'Lea', now())")
                        .formatted(child.sent.id));
        completes(child.askedFor("2026-11-02"), "all", null).then().statusCode(200);
        TestDatabase.asOwner("UPDATE legal_hold SET lifted_by_id = 'lea', lifted_at = now(), lift_reason = 'x'"
                + " WHERE lifted_at IS NULL");

        needsPerson(asks(KIM));
    }

    /** It began before the release, so its time does not leave it out. */
    @Test
    void a_case_that_was_changed_since_the_release_needs_a_person() {
        var child = new CopiedChild();
        completes(child.askedFor("2026-11-02"), "all", null).then().statusCode(200);
        asks(KIM).then().statusCode(200);

        CopiedChild.changes(ADA, "/v1/cases/" + child.caseId, Map.of("summary", "Robin Example was there, too"));

        needsPerson(asks(KIM));
    }

    /** What a lead writes at its end stands in an entry that was there before. */
    @Test
    void a_hold_that_was_lifted_since_the_release_needs_a_person() {
        var child = new CopiedChild();
        TestDatabase.asOwner(
                ("INSERT INTO legal_hold (id, subject_kind, subject_id, reason, placed_by_id, placed_by, placed_at)"
                                + " VALUES (gen_random_uuid(), 'child', '%s', 'x', 'lea', 'Lea', now())")
                        .formatted(child.childId));
        completes(child.askedFor("2026-11-02"), "all", null).then().statusCode(200);
        asks(KIM).then().statusCode(200);

        TestDatabase.asOwner("UPDATE legal_hold SET lifted_by_id = 'lea', lifted_at = now(), lift_reason = 'x'"
                + " WHERE lifted_at IS NULL");

        needsPerson(asks(KIM));
    }

    @Test
    void an_older_request_that_was_joined_since_the_release_needs_a_person() {
        var child = new CopiedChild();
        Sent older = Sent.enquiry().put();
        completes(child.askedFor("2026-11-02"), "all", null).then().statusCode(200);
        asks(KIM).then().statusCode(200);
        var join = decision("join-case", "We will work on this");
        join.put("caseId", child.caseId);

        ADA.triages(older, join).then().statusCode(200);

        needsPerson(asks(KIM));
    }

    @Test
    void without_contact_service_it_is_503() {
        var child = new CopiedChild();
        completes(child.askedFor("2026-11-02"), "all", null).then().statusCode(200);
        FakeContactService.answers(call -> call.path().endsWith("/held") ? 500 : 204);

        asks(KIM).then().statusCode(503);
    }

    @Test
    void no_person_of_the_team_asks_in_this_way_and_the_office_does_nothing_else() {
        LEA.calls().body(KIM).post("/v1/subject-access-checks").then().statusCode(403);
        given().auth()
                .oauth2(TestRealm.token("central", "subject-access"))
                .get("/v1/subject-access-requests")
                .then()
                .statusCode(403);
    }

    private static void needsPerson(Response answer) {
        answer.then().statusCode(409).body("type", endsWith("subject-access-needs-person"));
        assertThat(answer.asString()).doesNotContain("Sample", "CH-", "2012");
    }

    private static void another(String name, String dateOfBirth) {
        Sent sent = Sent.enquiry().put();
        UUID caseId = ADA.opensCase(sent).get(0);
        String path = "/v1/children/" + ADA.sees("/v1/cases/" + caseId).path("childId");
        CopiedChild.changes(
                ADA,
                path,
                dateOfBirth == null ? Map.of("name", name) : Map.of("name", name, "dateOfBirth", dateOfBirth));
    }

    private static Response asks(Map<String, Object> body) {
        return given().auth()
                .oauth2(TestRealm.token("central", "subject-access"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/subject-access-checks");
    }
}
