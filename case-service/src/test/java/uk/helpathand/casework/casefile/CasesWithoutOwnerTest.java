package uk.helpathand.casework.casefile;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.fixture.RealmPeople;

/** Somebody leaves and their cases stay. */
@QuarkusTest
class CasesWithoutOwnerTest extends ServiceTest {

    private static final String WITHOUT = "/v1/cases?withoutOwner=true";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void as_soon_as_its_owner_is_disabled_the_lead_answers_a_case() {
        Sent sent = Sent.enquiry().put();
        UUID id = ADA.opensCase(sent).get(0);
        LEA.sees("/v1/staff");
        sent.write("Are you there?");
        String tag = LEA.tag("/v1/cases/" + id);

        RealmPeople.disables("ada");

        Wait.until("the lead answers", () -> owner(sent).equals("lead null"));
        assertThat(LEA.sees("/v1/conversations?ownerKind=lead").<List<String>>path("items.id"))
                .containsExactly(sent.conversationId.toString());
        assertThat(LEA.sees(WITHOUT).<List<String>>path("items.id")).containsExactly(id.toString());
        var file = LEA.sees("/v1/cases/" + id);
        assertThat(file.<String>path("ownerId")).isEqualTo("ada");
        assertThat(file.<String>path("ownerLeftAt")).isNotNull();
        assertThat(file.header("ETag")).isNotEqualTo(tag);
        assertThat(ask("SELECT actor || ' ' || (subject_ids = ARRAY['" + id + "']::uuid[])::text FROM audit"
                        + " WHERE action = 'case.owner-left'"))
                .isEqualTo("system true");
        Wait.until("counted", () -> counted() == 1);
    }

    @Test
    void whoever_is_neither_adviser_nor_lead_any_more_has_left_their_cases() {
        Sent sent = Sent.enquiry().put();
        ADA.opensCase(sent);
        LEA.sees("/v1/staff");

        RealmPeople.employs("ada", "analyst");

        Wait.until("the lead answers", () -> owner(sent).equals("lead null"));
    }

    @Test
    void a_message_that_comes_afterwards_is_the_leads() {
        Sent sent = withoutOwner();

        sent.write("Is somebody there?");

        assertThat(owner(sent)).isEqualTo("lead null");
        assertThat(LEA.sees("/v1/enquiries/" + sent.id).<String>path("status")).isEqualTo("triaged");
    }

    @Test
    void when_its_owner_is_back_the_case_is_theirs_again() {
        Sent sent = withoutOwner();

        RealmPeople.employs("ada", "adviser");

        Wait.until("theirs again", () -> owner(sent).equals("adviser ada"));
        assertThat(LEA.sees(WITHOUT).<List<String>>path("items.id")).isEmpty();
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'case.owner-back'"))
                .isEqualTo("1");
        Wait.until("counted", () -> counted() == 0);
    }

    @Test
    void a_lead_gives_it_to_somebody_and_then_it_has_an_owner() {
        Sent sent = withoutOwner();
        Staff.areKnown(BEN, LEA);

        LEA.creates()
                .body(Map.of("fromId", "ada", "toId", "ben", "reason", "Ada has left"))
                .post("/v1/case-reassignments")
                .then()
                .statusCode(200);

        assertThat(owner(sent)).isEqualTo("adviser ben");
        assertThat(LEA.sees(WITHOUT).<List<String>>path("items.id")).isEmpty();
        Wait.aWhile();
        assertThat(owner(sent)).isEqualTo("adviser ben");
    }

    @Test
    void nobody_has_left_because_the_directory_is_silent() {
        Sent sent = Sent.enquiry().put();
        ADA.opensCase(sent);

        RealmPeople.goAway();
        TestClock.advance(Duration.ofMinutes(5));

        Wait.aWhile();
        Wait.aWhile();
        Wait.aWhile();
        assertThat(owner(sent)).isEqualTo("adviser ada");
    }

    @Test
    void a_directory_without_anybody_who_may_own_a_case_is_not_believed() {
        Sent sent = Sent.enquiry().put();
        ADA.opensCase(sent);

        RealmPeople.deletes("ada");

        Wait.aWhile();
        Wait.aWhile();
        Wait.aWhile();
        assertThat(owner(sent)).isEqualTo("adviser ada");
    }

    @Test
    void closing_one_case_does_not_finish_a_thread_whose_other_case_has_no_owner() {
        Sent sent = Sent.byAdult(2).put();
        List<UUID> cases = ADA.opensCase(sent);
        LEA.sees("/v1/staff");
        RealmPeople.disables("ada");
        Wait.until("the lead answers", () -> owner(sent).equals("lead null"));
        Wait.until("both", () -> LEA.sees(WITHOUT).<List<?>>path("items").size() == 2);

        LEA.closes(cases.get(0)).then().statusCode(200);

        assertThat(LEA.sees("/v1/conversations/" + sent.conversationId + "/progress")
                        .<String>path("stage"))
                .isEqualTo("working");
        assertThat(owner(sent)).isEqualTo("lead null");
    }

    @Test
    void who_owns_nothing_decides_and_answers_as_before() {
        Sent sent = withoutOwner();
        UUID id = UUID.fromString(LEA.sees(WITHOUT).path("items[0].id"));
        Sent another = Sent.enquiry().put();
        var join = decision("join-case", "We have this already");
        join.put("caseId", id);

        BEN.triages(another, join).then().statusCode(200);
        BEN.replies(sent, "I am Ben").then().statusCode(201);

        assertThat(owner(another)).isEqualTo("lead null");
    }

    /** Its case is Ada's, who has left. */
    private static Sent withoutOwner() {
        Sent sent = Sent.enquiry().put();
        ADA.opensCase(sent);
        LEA.sees("/v1/staff");
        RealmPeople.disables("ada");
        Wait.until("the lead answers", () -> owner(sent).equals("lead null"));
        return sent;
    }

    private static String owner(Sent sent) {
        return ask("SELECT owner_kind || ' ' || coalesce(owner_id, 'null') FROM conversation WHERE id = '"
                + sent.conversationId + "'");
    }

    private int counted() {
        return given().get(metrics)
                .asString()
                .lines()
                .filter(line -> line.startsWith("helpathand_cases_without_owner "))
                .mapToInt(line -> (int) Double.parseDouble(line.split(" ")[1]))
                .findFirst()
                .orElse(-1);
    }
}
