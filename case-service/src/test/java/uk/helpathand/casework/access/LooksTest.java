package uk.helpathand.casework.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;
import uk.helpathand.platform.time.Clocks;
import uk.helpathand.platform.time.Ids;

/** What contact-service is told for the child's own page: who looked, by role and day. */
@QuarkusTest
class LooksTest extends ServiceTest {

    @BeforeEach
    void allAreKnown() {
        Staff.areKnown(ADA, BEN, LEA);
    }

    @Test
    void a_child_is_told_of_their_request_their_thread_their_case_and_their_record() {
        Restricted made = Restricted.notYet();
        nothingYet();
        ADA.sees(made.enquiry());
        ADA.sees(made.thread() + "/messages");
        BEN.sees(made.path());
        LEA.sees(made.path());
        LEA.sees(made.child());
        made.restrict(ADA, true).then().statusCode(200);
        BreakGlassTest.breaks(BEN, made.reference);

        Response told = told(made.sent);

        assertThat(lines(told))
                .contains(
                        "read adviser 2",
                        "read-case adviser 1",
                        // The tag for the restriction is read by the lead too.
                        "read-case lead 2",
                        "read-record lead 1",
                        "restricted adviser 1",
                        "broke-glass adviser 1");
        assertThat(told.<List<String>>path("looks.day"))
                .containsOnly(LocalDate.now(Clocks.LONDON).toString());
        assertThat(told.<Boolean>path("more")).isFalse();
    }

    @Test
    void nobody_is_named_and_no_reason_is_given() {
        Restricted made = Restricted.byOwner();
        BreakGlassTest.breaks(BEN, made.reference);
        made.takeIn(BEN);
        made.keepOut(new Staff("kim", "adviser"));

        assertThat(told(made.sent).asString())
                .contains("let-in", "kept-out")
                .doesNotContainIgnoringCase("ben")
                .doesNotContain("ada", "lea\"", "kim", "niece", "sister", made.reference, made.caseId.toString());
    }

    @Test
    void an_adult_is_told_of_their_request_and_thread_alone() {
        Sent sent = Sent.byAdult(1).put();
        UUID file = ADA.opensCase(sent).get(0);
        LEA.sees("/v1/cases/" + file);
        LEA.sees("/v1/cases");
        LEA.sees("/v1/children/" + ADA.sees("/v1/cases/" + file).<String>path("childId"));
        LEA.sees("/v1/enquiries/" + sent.id);

        assertThat(lines(told(sent))).containsExactly("read lead 1", "decided adviser 1");
    }

    /** Nobody can tell which of them wrote, and what is done for one is not for the others to read. */
    @Test
    void a_child_who_wrote_about_several_is_told_of_the_request_alone() {
        Sent sent = Sent.enquiry();
        sent.children = List.of(Ids.next(), Ids.next());
        sent.put();
        UUID file = ADA.opensCase(sent).get(0);
        LEA.sees("/v1/cases/" + file);

        assertThat(lines(told(sent))).containsExactly("decided adviser 1");
    }

    /** No conversation reveals that another exists. */
    @Test
    void what_was_looked_at_in_another_conversation_about_the_child_is_not_told() {
        Restricted made = Restricted.notYet();
        Sent adult = Sent.byAdult(1).put();
        Map<String, Object> joined = Staff.decision("join-case", "We will work on this");
        joined.put("caseId", made.caseId);
        ADA.triages(adult, joined).then().statusCode(200);
        nothingYet();
        LEA.sees("/v1/enquiries/" + adult.id);
        LEA.sees("/v1/conversations/" + adult.conversationId + "/messages");

        assertThat(lines(told(made.sent))).isEmpty();
        assertThat(lines(told(adult))).containsExactly("read lead 2");
    }

    @Test
    void what_was_before_the_first_message_is_left_out() {
        Sent sent = Sent.enquiry().put();
        UUID first = ADA.opensCase(sent).get(0);
        Sent again = Sent.enquiry();
        again.put();
        Map<String, Object> joined = Staff.decision("join-case", "We will work on this");
        joined.put("caseId", first);
        ADA.triages(again, joined).then().statusCode(200);
        nothingYet();
        LEA.sees("/v1/cases/" + first);
        ADA.sees("/v1/cases/" + first);
        TestDatabase.asOwner("UPDATE audit SET at = at - interval '1 hour' WHERE actor = 'lea'");
        TestDatabase.asOwner(
                "UPDATE enquiry SET received_at = received_at - interval '2 hours' WHERE id = '" + sent.id + "'");

        assertThat(lines(told(sent))).containsExactlyInAnyOrder("read-case lead 1", "read-case adviser 1");
        assertThat(lines(told(again))).containsExactly("read-case adviser 1");
    }

    @Test
    void days_are_those_of_london_and_the_newest_comes_first() {
        Sent sent = Sent.enquiry().put();
        ADA.sees("/v1/enquiries/" + sent.id);
        LEA.sees("/v1/enquiries/" + sent.id);
        TestDatabase.asOwner("UPDATE enquiry SET received_at = '2026-05-01T10:00:00Z'");
        TestDatabase.asOwner("UPDATE audit SET at = '2026-05-02T23:30:00Z' WHERE actor = 'ada'");
        TestDatabase.asOwner("UPDATE audit SET at = '2026-05-02T22:30:00Z' WHERE actor = 'lea'");

        assertThat(told(sent).<List<String>>path("looks.day")).containsExactly("2026-05-03", "2026-05-02");
    }

    @Test
    void of_very_many_the_newest_whole_days_are_told_and_that_there_are_more() {
        Sent sent = Sent.enquiry().put();
        TestDatabase.asOwner("UPDATE enquiry SET received_at = now() - interval '300 days'");
        TestDatabase.fill("INSERT INTO audit (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids)"
                + " SELECT gen_random_uuid(), date_trunc('day', now()) + interval '12 hours' - day * interval '1 day', 'x',"
                + " roles::text[], 'enquiry.read', 'done', 'enquiry', ARRAY['" + sent.id
                + "'::uuid] FROM generate_series(0, 250) day,"
                + " (VALUES ('{adviser}'), ('{lead}'), ('{auditor}')) r(roles)");

        Response told = told(sent);

        List<String> days = told.path("looks.day");
        assertThat(days).hasSizeBetween(Looks.ENOUGH, Looks.ENOUGH + 2);
        assertThat(days.stream().distinct().count() * 3).isEqualTo(days.size());
        assertThat(days.get(0)).isEqualTo(LocalDate.now(Clocks.LONDON).toString());
        assertThat(told.<Boolean>path("more")).isTrue();
    }

    @Test
    void of_a_conversation_that_is_not_known_nothing_is_told_and_asking_leaves_no_row() {
        Sent sent = Sent.enquiry();
        assertThat(lines(told(sent))).isEmpty();
        sent.put();
        assertThat(lines(told(sent))).isEmpty();
        assertThat(TestDatabase.ask("SELECT count(*) FROM audit WHERE actor <> 'nobody'"))
                .isEqualTo("0");
    }

    @Test
    void nobody_of_the_staff_may_ask() {
        Sent sent = Sent.enquiry().put();
        assertThat(LEA.get("/v1/conversations/" + sent.conversationId + "/looks")
                        .statusCode())
                .isEqualTo(403);
    }

    private static void nothingYet() {
        TestDatabase.asOwner("DELETE FROM audit");
    }

    private static Response told(Sent sent) {
        return given().auth()
                .oauth2(TestRealm.token("contact-service", "handover"))
                .get("/v1/conversations/" + sent.conversationId + "/looks")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<String> lines(Response told) {
        return told.<List<Map<String, Object>>>path("looks").stream()
                .map(look -> look.get("code") + " " + look.get("role") + " " + look.get("times"))
                .toList();
    }
}
