package uk.helpathand.casework.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.InTurn.aside;
import static uk.helpathand.casework.fixture.InTurn.holding;
import static uk.helpathand.casework.fixture.InTurn.somebodyWaits;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.AUD;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;

/** A conflict of interest keeps a colleague out of all of a child, and there is always somebody left who can lift it. */
@QuarkusTest
class ConflictOfInterestTest extends ServiceTest {

    /** Nobody could lift it. */
    @Test
    void the_last_lead_is_kept_out_of_nothing() {
        Restricted made = Restricted.notYet();
        var lee = new Staff("lee", "lead");
        made.keepOut(lee);

        LEA.calls()
                .body(Map.of("staffId", "lea", "keptOut", true, "reason", "her niece"))
                .patch(made.child() + "/conflicts")
                .then()
                .statusCode(409)
                .body("type", endsWith(":last-lead"));
        LEA.sees(made.child());
    }

    /** Each would have seen the other as the lead who is left. */
    @Test
    void of_two_leads_who_keep_out_each_other_at_the_same_moment_one_is_left() throws Exception {
        Restricted made = Restricted.notYet();
        var lee = new Staff("lee", "lead");
        Staff.areKnown(LEA, lee);
        try (var ofLee = holding(
                "SELECT id FROM child WHERE id = '" + made.childId + "' FOR UPDATE",
                "INSERT INTO conflict_of_interest (id, child_id, staff_id, reason, flagged_by_id, flagged_by, flagged_at)"
                        + " VALUES (gen_random_uuid(), '" + made.childId
                        + "', 'lea', 'her niece', 'lee', 'Lee', now())")) {
            var ofLea = aside(() -> LEA.calls()
                    .body(Map.of("staffId", "lee", "keptOut", true, "reason", "his niece"))
                    .patch(made.child() + "/conflicts"));
            somebodyWaits();
            ofLee.commit();

            ofLea.get(20, TimeUnit.SECONDS).then().statusCode(409).body("type", endsWith(":last-lead"));
        }
        lee.sees(made.child());
    }

    /** It is about both children, and the owner of the other's case must see nothing of this one. */
    @Test
    void what_is_written_about_two_children_waits_for_somebody_who_may_read_it() {
        Sent both = Sent.byAdult(2).put();
        List<UUID> cases = ADA.opensCase(both);
        String kept = ADA.sees("/v1/cases/" + cases.get(0)).path("childId");
        Staff.areKnown(ADA);
        LEA.gives(BEN, cases.get(1));
        both.write("They have run off");
        assertThat(both.owner()).isEqualTo("adviser ben");

        LEA.keepsOut(BEN, kept, "related");
        assertThat(both.owner()).as("what waits already").isEqualTo("lead");

        both.write("Both of them");
        assertThat(both.owner()).as("what comes").isEqualTo("adviser ada");
    }

    /** They could read in the audit what they must not hear of. */
    @Test
    void an_auditor_is_kept_out_of_the_audit_of_the_child() {
        Restricted made = Restricted.notYet();
        Restricted other = Restricted.notYet();
        made.keepOut(AUD);
        other.keepOut(BEN);
        ADA.sees("/v1/enquiries");

        for (String filter : List.of("", "&action=child.flag-conflict", "&subjectId=" + made.childId, "&actor=lea")) {
            assertThat(AUD.sees("/v1/audit?limit=100" + filter).asString())
                    .as(filter)
                    .doesNotContain(made.childId.toString(), made.caseId.toString(), made.sent.id.toString(), "aud: ");
        }
        for (Object hidden : List.of(made.childId, made.caseId, made.sent.id)) {
            assertThat(AUD.sees("/v1/audit?subjectId=" + hidden).<List<?>>path("items"))
                    .as("nor what stands beside it in a row of a list")
                    .isEmpty();
        }
        assertThat(AUD.sees("/v1/audit?limit=100").asString()).contains(other.childId.toString(), "ben: ");
        assertThat(new Staff("vic", "auditor")
                        .sees("/v1/audit?subjectId=" + made.childId)
                        .asString())
                .contains("aud: ");
    }

    /** Who is just being given the case is its owner before the conflict is asked about. */
    @Test
    void whoever_is_given_the_case_at_that_moment_is_not_kept_out() throws Exception {
        Restricted made = Restricted.notYet();
        Staff.areKnown(ADA, BEN, LEA);
        try (var giving = holding("UPDATE case_file SET owner_id = 'ben' WHERE id = '" + made.caseId + "'")) {
            var flagged = aside(() -> LEA.calls()
                    .body(Map.of("staffId", "ben", "keptOut", true, "reason", "related"))
                    .patch(made.child() + "/conflicts"));
            somebodyWaits();
            giving.commit();

            flagged.get(20, TimeUnit.SECONDS).then().statusCode(409).body("type", endsWith(":owner-in-conflict"));
        }
    }

    @Test
    void a_conflict_of_interest_keeps_even_a_lead_out_of_all_of_the_child() {
        Restricted made = Restricted.notYet();
        made.keepOut(BEN);
        made.keepOut(BEN);
        var lee = new Staff("lee", "lead");
        made.keepOut(lee);

        for (String path : List.of(made.path(), made.child(), made.enquiry(), made.thread() + "/messages")) {
            assertThat(BEN.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(lee.get(path).statusCode()).as(path).isEqualTo(404);
            ADA.sees(path);
        }
        assertThat(lee.get(made.child() + "/conflicts").statusCode()).isEqualTo(404);
        assertThat(LEA.sees(made.child() + "/conflicts").<List<String>>path("conflicts.staffId"))
                .containsExactly("ben", "lee");

        LEA.calls()
                .body(Map.of("staffId", "ben", "keptOut", false, "reason", "it was another"))
                .patch(made.child() + "/conflicts")
                .then()
                .statusCode(200);
        BEN.sees(made.path());
    }

    @Test
    void an_auditor_who_is_kept_out_does_not_read_who_looked() {
        Restricted made = Restricted.notYet();
        AUD.sees(made.child() + "/access");

        made.keepOut(AUD);

        assertThat(AUD.get(made.child() + "/access").statusCode()).isEqualTo(404);
        LEA.sees(made.child() + "/access");
    }

    @Test
    void nor_who_looked_at_what_was_said_in_one_breath_of_a_brother() {
        Sent both = Sent.byAdult(2).put();
        List<UUID> cases = ADA.opensCase(both);
        String kept = ADA.sees("/v1/cases/" + cases.get(0)).path("childId");
        String other = ADA.sees("/v1/cases/" + cases.get(1)).path("childId");
        ADA.sees("/v1/enquiries/" + both.id);
        ADA.sees("/v1/cases/" + cases.get(0) + "/messages");
        assertThat(LEA.sees("/v1/children/" + other + "/access").<List<String>>path("items.action"))
                .as("through the case of the one, what was said of the other is read as well")
                .contains("case.read-messages");
        LEA.keepsOut(AUD, kept, "related");

        assertThat(AUD.sees("/v1/children/" + other + "/access").<List<String>>path("items.action"))
                .contains("case.read")
                .doesNotContain("enquiry.read", "case.read-messages");
        assertThat(LEA.sees("/v1/children/" + other + "/access").<List<String>>path("items.action"))
                .contains("case.read", "enquiry.read");
    }

    @Test
    void the_owner_of_an_open_case_is_not_kept_out_before_somebody_else_has_it() {
        Restricted made = Restricted.notYet();

        Response refused = LEA.calls()
                .body(Map.of("staffId", "ada", "keptOut", true, "reason", "related"))
                .patch(made.child() + "/conflicts");

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.<String>path("type")).endsWith("owner-in-conflict");
    }

    @Test
    void nobody_becomes_owner_of_a_case_of_which_they_must_see_nothing() {
        Restricted made = Restricted.notYet();
        BEN.sees(made.path());
        made.keepOut(BEN);
        Response refused = ADA.calls()
                .header("If-Match", ADA.tag(made.path()))
                .body(Map.of("ownerId", "ben", "reason", "Ada is on leave"))
                .put(made.path() + "/owner");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.<String>path("type")).endsWith("wrong-owner");
    }
}
