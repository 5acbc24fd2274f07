package uk.helpathand.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Referral;
import uk.helpathand.api.casework.EnquiryView;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.fixture.TestDatabase;

/** What an adult said reaches the adviser typed and whole, and lies under the key of whom it is about. */
@QuarkusTest
class ReferralTest extends ServiceTest {

    @Test
    void an_adviser_sees_what_the_adult_said_typed_and_whole() {
        Sent sent = Sent.byAdult(3).withReferral().put();

        assertThat(seen(sent)).isEqualTo(sent.referral);
        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<Integer>path("referral.children[0].age.birthYear"))
                .isEqualTo(2012);
        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<List<String>>path("referral.themes"))
                .as("a code this release does not know")
                .contains("A_LATER_CODE");
    }

    @Test
    void a_child_who_writes_has_no_referral() {
        assertThat(seen(Sent.enquiry().put())).isNull();
    }

    @Test
    void it_is_whole_after_triage_and_after_another_triage_and_gives_the_child_its_name() {
        Sent sent = Sent.byAdult(2).withReferral().put();

        var decided = ADA.triages(sent, decision("open-case", "We will look at this today"));

        List<String> children = decided.path("cases.childId");
        assertThat(ADA.sees("/v1/children/" + children.get(0)).<String>path("name"))
                .isEqualTo("Robin0");
        assertThat(ADA.sees("/v1/children/" + children.get(1)).<String>path("name"))
                .isEqualTo("Robin1");
        assertThat(seen(sent)).isEqualTo(sent.referral);

        returnToQueue(sent);
        String other = otherChild();
        var again = decision("open-case", "It is another child after all");
        again.put("children", List.of(Map.of("enquiryChildId", sent.children.get(0), "childId", other)));
        ADA.triages(sent, again).then().statusCode(200);

        assertThat(seen(sent)).isEqualTo(sent.referral);
        assertThat(ask("SELECT child_id FROM enquiry_child WHERE id = '" + sent.children.get(0) + "'"))
                .isEqualTo(other);
    }

    @Test
    void joining_a_case_puts_the_block_under_that_child_too() {
        String caseId = ADA.opensCase(Sent.enquiry().put()).get(0).toString();
        Sent sent = Sent.byAdult(1).withReferral().put();
        var join = decision("join-case", "We are already working on this");
        join.put("caseId", caseId);

        ADA.triages(sent, join).then().statusCode(200);

        assertThat(seen(sent)).isEqualTo(sent.referral);
        destroyKey("child", ask("SELECT child_id FROM case_file"));
        assertThat(ADA.get("/v1/enquiries/" + sent.id).statusCode())
                .as("with the child's key gone nobody reads what was said about them")
                .isEqualTo(500);
    }

    @Test
    void what_the_adviser_calls_the_child_comes_first() {
        Sent sent = Sent.byAdult(1).withReferral().put();
        var triage = decision("open-case", "Thank you");
        triage.put("children", List.of(Map.of("enquiryChildId", sent.children.get(0), "name", "Robin Known")));

        String child = ADA.triages(sent, triage).path("cases[0].childId");

        assertThat(ADA.sees("/v1/children/" + child).<String>path("name")).isEqualTo("Robin Known");
    }

    @Test
    void the_same_referral_again_is_no_conflict_and_another_is() {
        Sent sent = Sent.byAdult(1).withReferral().put();
        sent.put();
        Referral first = sent.referral;
        sent.referral = new Referral(first.referrer(), first.children(), List.of("EDU"), first.events(), first.tried());
        sent.tryPut().then().statusCode(409);
        sent.referral = null;
        sent.tryPut().then().statusCode(409);
        assertThat(seen(sent)).isEqualTo(first);
    }

    @Test
    void nothing_of_it_can_be_read_in_the_tables() {
        Sent sent = Sent.byAdult(1).withReferral().put();
        inTheClear();
        ADA.opensCase(sent);
        inTheClear();
    }

    @Test
    void a_character_that_no_text_can_hold_refuses_nothing() {
        Sent sent = Sent.byAdult(1).withReferral();
        Referral all = sent.referral;
        sent.referral = new Referral(
                new Referral.Referrer("PARENT", "A\u0000b\ud83d", null),
                all.children(),
                all.themes(),
                all.events(),
                null);

        // As an escape: a lone half of a pair cannot be sent in any other way.
        Sent.handOver(
                        "/v1/enquiries/" + sent.id,
                        json(sent).replace("\ud83d", "\\ud83d").replace("?\"", "\\ud83d\""))
                .then()
                .statusCode(204);

        assertThat(seen(sent).referrer().name()).startsWith("A\uFFFDb");
    }

    private static String json(Sent sent) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper()
                    .findAndRegisterModules()
                    .disable(com.fasterxml.jackson.databind.SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                    .writeValueAsString(sent.body());
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Referral seen(Sent sent) {
        return ADA.sees("/v1/enquiries/" + sent.id).as(EnquiryView.class).referral();
    }

    private static void inTheClear() {
        for (String column : List.of("enquiry.referral", "enquiry_child.referral", "child.name")) {
            String table = column.substring(0, column.indexOf('.'));
            assertThat(ask("SELECT count(*) FROM " + table + " WHERE position('Robin'::bytea IN " + column
                            + ") > 0 OR position('Alex'::bytea IN " + column + ") > 0"))
                    .as(column)
                    .isEqualTo("0");
        }
    }

    private static void returnToQueue(Sent sent) {
        TestDatabase.asOwner("UPDATE enquiry SET status = 'returned' WHERE id = '" + sent.id + "'");
    }

    private static void destroyKey(String kind, String subject) {
        TestDatabase.asOwner(
                "DELETE FROM data_key WHERE subject_kind = '" + kind + "' AND subject_id = '" + subject + "'");
    }

    private static String otherChild() {
        Sent other = Sent.enquiry().put();
        ADA.opensCase(other);
        return ADA.sees("/v1/enquiries/" + other.id).path("children[0].childId");
    }
}
