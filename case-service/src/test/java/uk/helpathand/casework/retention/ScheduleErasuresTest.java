package uk.helpathand.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.platform.fixture.TestDatabase.asOwner;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;

/** The schedule brings records before people when their time is over, and erases nothing itself. */
@QuarkusTest
class ScheduleErasuresTest extends ServiceTest {

    private static final String BROUGHT =
            "SELECT string_agg(subject_kind || ' ' || status || ' ' || rule, ', ' ORDER BY subject_kind) FROM erasure";

    @Inject
    ScheduleErasures schedule;

    @Test
    void a_child_whose_last_case_closed_long_enough_ago_and_an_enquiry_that_led_nowhere_are_due() {
        UUID open = ADA.opensCase(Sent.enquiry().put()).get(0);
        closedCase("2026-01-01");
        triaged("2021-01-01");
        schedule.look();
        assertThat(ask(BROUGHT)).as("their time is not over").isNull();

        asOwner("UPDATE case_file SET closed_at = now() - interval '76 years' WHERE closed_at IS NOT NULL");
        asOwner("UPDATE enquiry SET changed_at = now() - interval '7 years'");
        schedule.look();
        assertThat(ask("SELECT count(*) FROM erasure WHERE subject_kind = 'child'"))
                .as("closed before the rule holds")
                .isEqualTo("0");

        asOwner("UPDATE case_file SET closed_at = '2001-01-01' WHERE closed_at IS NOT NULL");
        TestClock.advance(Duration.ofDays(51 * 365L));
        schedule.look();
        schedule.look();

        assertThat(ask(BROUGHT))
                .isEqualTo("child due child P75Y since 2000-01-01, enquiry due enquiry P6Y since 2000-01-01");
        assertThat(ask("SELECT count(*) FROM erasure e JOIN case_file f ON f.child_id = e.subject_id WHERE f.id = '"
                        + open + "'"))
                .isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'record.due' AND actor = 'system'"))
                .isEqualTo("2");
    }

    @Test
    void one_looks_another_decides() {
        triaged("2010-01-01");
        schedule.look();
        String erasure = LEA.sees("/v1/erasures?status=due").path("items[0].id");

        ErasureTest.approves(LEA, erasure).then().statusCode(409);
        ADA.calls()
                .post("/v1/erasures/" + erasure + "/proposal")
                .then()
                .statusCode(200)
                .body("proposedBy", equalTo("Ada"));
        ErasureTest.approves(LEA, erasure).then().statusCode(200);
        ErasureTest.done(erasure);

        assertThat(ask("SELECT count(*) FROM enquiry")).isEqualTo("0");
    }

    @Test
    void what_is_held_or_kept_longer_is_not_brought() {
        Sent held = triaged("2010-01-01");
        LEA.creates()
                .body(Map.of("kind", "enquiry", "id", held.id, "reason", "A complaint is under way"))
                .post("/v1/legal-holds")
                .then()
                .statusCode(201);
        Sent kept = triaged("2010-01-01");
        schedule.look();
        List<String> due = LEA.sees("/v1/erasures?status=due").path("items.recordId");
        assertThat(due).containsExactly(kept.id.toString());
        String erasure = LEA.sees("/v1/erasures?status=due").path("items[0].id");
        LEA.calls()
                .body(Map.of("until", "2999-01-01", "reason", "An inquiry may ask for it"))
                .post("/v1/erasures/" + erasure + "/keeping")
                .then()
                .statusCode(200);

        schedule.look();

        assertThat(LEA.sees("/v1/erasures?status=due").<List<String>>path("items"))
                .isEmpty();
    }

    @Test
    void a_child_is_not_brought_while_an_enquiry_that_joined_their_case_is_held() {
        UUID caseId = ADA.opensCase(Sent.enquiry().put()).get(0);
        Sent joined = Sent.enquiry().put();
        LEA.creates()
                .body(Map.of("kind", "enquiry", "id", joined.id, "reason", "A complaint is under way"))
                .post("/v1/legal-holds")
                .then()
                .statusCode(201);
        var join = decision("join-case", "We have this already");
        join.put("caseId", caseId);
        ADA.triages(joined, join).then().statusCode(200);
        ADA.closes(caseId).then().statusCode(200);
        asOwner("UPDATE case_file SET closed_at = '2001-01-01'");

        TestClock.advance(Duration.ofDays(51 * 365L));
        schedule.look();
        assertThat(ask("SELECT count(*) FROM erasure")).isEqualTo("0");

        asOwner("UPDATE legal_hold SET lifted_at = now(), lifted_by_id = 'x', lifted_by = 'x', lift_reason = 'x'");
        schedule.look();
        assertThat(ask("SELECT count(*) FROM erasure")).isEqualTo("1");
    }

    private static void closedCase(String day) {
        UUID caseId = ADA.opensCase(Sent.enquiry().put()).get(0);
        ADA.closes(caseId).then().statusCode(200);
        asOwner("UPDATE case_file SET closed_at = '" + day + "' WHERE id = '" + caseId + "'");
    }

    private static Sent triaged(String day) {
        Sent sent = Sent.enquiry().put();
        ADA.triages(sent, decision("out-of-remit", "We cannot help with this"))
                .then()
                .statusCode(200);
        asOwner("UPDATE enquiry SET changed_at = '" + day + "' WHERE id = '" + sent.id + "'");
        return sent;
    }
}
