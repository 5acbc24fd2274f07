package uk.helpathand.casework.subjectaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.AUD;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.subjectaccess.CopiedChild.asks;
import static uk.helpathand.casework.subjectaccess.CopiedChild.completes;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.TestClock;

/** A request for a copy: its clock, its one extension, its end. */
@QuarkusTest
class SubjectAccessTest extends ServiceTest {

    private static final Staff KIM = new Staff("kim", "lead");

    private UUID childId;

    @BeforeEach
    void aChild() {
        TestClock.moveTo(Instant.parse("2026-11-30T10:00:00Z"));
        Sent sent = Sent.enquiry().put();
        UUID caseId = ADA.opensCase(sent).get(0);
        childId = UUID.fromString(ADA.sees("/v1/cases/" + caseId).path("childId"));
    }

    @Test
    void the_clock_began_on_the_day_it_reached_us() {
        Response added = asks(LEA, childId, "2026-11-02");

        added.then().statusCode(201);
        assertThat(added.<String>path("firstDueOn")).isEqualTo("2026-12-02");
        assertThat(added.<String>path("dueOn")).isEqualTo("2026-12-02");
        assertThat(added.<String>path("recordedBy")).isEqualTo("Lea");
        assertThat(LEA.sees(path(added)).<String>path("receivedOn")).isEqualTo("2026-11-02");
        assertThat(added.header("Location")).endsWith(path(added));
    }

    @Test
    void a_day_that_has_not_come_is_refused() {
        asks(LEA, childId, "2026-12-01").then().statusCode(400);
        asks(LEA, childId, "2026-11-30").then().statusCode(201);
    }

    @Test
    void the_same_key_writes_down_one() {
        var key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of(
                "childId",
                childId,
                "receivedOn",
                "2026-11-02",
                "askedBy",
                "advocate",
                "identityCheckedHow",
                "a letter");
        Response[] answers = new Response[2];
        for (int i = 0; i < 2; i++) {
            answers[i] = LEA.calls().header("Idempotency-Key", key).body(body).post("/v1/subject-access-requests");
        }
        assertThat(answers[1].asString()).isEqualTo(answers[0].asString());
        assertThat(ask("SELECT count(*) FROM subject_access")).isEqualTo("1");
        LEA.calls().body(body).post("/v1/subject-access-requests").then().statusCode(400);
    }

    @Test
    void two_months_more_are_taken_once_and_in_time() {
        String path = path(asks(LEA, childId, "2026-11-02"));

        Response extended = extend(path);

        extended.then().statusCode(200);
        assertThat(extended.<String>path("dueOn")).isEqualTo("2027-02-02");
        assertThat(extended.<String>path("firstDueOn")).isEqualTo("2026-12-02");
        extend(path).then().statusCode(409).body("type", endsWith("extension-refused"));
    }

    @Test
    void on_the_day_it_is_due_it_can_be_extended_and_the_day_after_it_cannot() {
        String path = path(asks(LEA, childId, "2026-11-02"));
        TestClock.moveTo(Instant.parse("2026-12-03T00:00:01Z"));
        extend(path).then().statusCode(409).body("type", endsWith("extension-refused"));
        TestClock.moveTo(Instant.parse("2026-12-02T23:59:00Z"));
        extend(path).then().statusCode(200);
    }

    @Test
    void a_change_needs_the_version_that_was_read() {
        String path = path(asks(LEA, childId, "2026-11-02"));
        Map<String, Object> body = Map.of("reason", "many files");
        LEA.calls().body(body).put(path + "/extension").then().statusCode(428);
        LEA.calls()
                .header("If-Match", "\"77\"")
                .body(body)
                .put(path + "/extension")
                .then()
                .statusCode(412);
        assertThat(LEA.sees(path).<String>path("extendedAt")).isNull();
    }

    @Test
    void an_answered_one_is_closed_and_says_what_was_given() {
        String path = path(asks(LEA, childId, "2026-11-02"));
        completes(path, "all", "serious-harm").then().statusCode(400);
        completes(path, "part", null).then().statusCode(400);

        Response done = completes(path, "part", "other-people");

        done.then().statusCode(200);
        assertThat(done.<String>path("exemption")).isEqualTo("other-people");
        assertThat(done.<String>path("closedBy")).isEqualTo("Lea");
        completes(path, "all", null).then().statusCode(409).body("type", endsWith("subject-access-closed"));
        extend(path).then().statusCode(409).body("type", endsWith("subject-access-closed"));
        assertThat(LEA.sees("/v1/subject-access-requests").<List<?>>path("items"))
                .isEmpty();
        assertThat(LEA.sees("/v1/subject-access-requests?open=false").<List<?>>path("items"))
                .hasSize(1);
    }

    @Test
    void they_are_listed_by_when_they_are_due() {
        String later = path(asks(LEA, childId, "2026-11-20"));
        String sooner = path(asks(LEA, childId, "2026-11-02"));
        String between = path(asks(LEA, childId, "2026-11-10"));

        Response first = LEA.sees("/v1/subject-access-requests?limit=2");
        Response second = LEA.sees("/v1/subject-access-requests?limit=2&after=" + first.path("next"));

        assertThat(first.<List<String>>path("items.id")).containsExactly(id(sooner), id(between));
        assertThat(second.<List<String>>path("items.id")).containsExactly(id(later));
        assertThat(second.<String>path("next")).isNull();
    }

    @Test
    void it_is_for_leads_and_for_nobody_who_must_not_see_the_child() {
        String path = path(asks(LEA, childId, "2026-11-02"));
        for (Staff other : List.of(ADA, AUD)) {
            other.get(path).then().statusCode(403);
            other.get(path + "/package").then().statusCode(403);
        }
        LEA.keepsOut(KIM, childId, "her aunt");

        KIM.get(path).then().statusCode(404);
        KIM.get(path + "/package").then().statusCode(404);
        asks(KIM, childId, "2026-11-02").then().statusCode(404);
        assertThat(KIM.sees("/v1/subject-access-requests").<List<?>>path("items"))
                .isEmpty();
    }

    @Test
    void what_is_done_about_it_is_in_the_audit() {
        String path = path(asks(LEA, childId, "2026-11-02"));
        extend(path);
        LEA.sees("/v1/subject-access-requests");
        LEA.sees(path + "/package");
        completes(path, "all", null);

        assertThat(ask("SELECT string_agg(DISTINCT action, ' ' ORDER BY action) FROM audit WHERE actor = 'lea'"
                        + " AND outcome = 'done' AND subject_ids = '{" + childId + "}'"))
                .isEqualTo("child.add-access-request child.complete-access-request child.export"
                        + " child.extend-access-request child.list-access-requests child.read-access-request");
    }

    private static Response extend(String path) {
        return LEA.calls()
                .header("If-Match", LEA.tag(path))
                .body(Map.of("reason", "three files and many people in them"))
                .put(path + "/extension");
    }

    private static String path(Response added) {
        return "/v1/subject-access-requests/" + added.path("id");
    }

    private static String id(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
