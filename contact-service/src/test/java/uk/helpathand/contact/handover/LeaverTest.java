package uk.helpathand.contact.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** A token says who somebody was; what counts is who they are now. */
@QuarkusTest
class LeaverTest {

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @AfterEach
    void everybodyIsBack() {
        FakeCaseService.reset();
    }

    @Test
    void a_lead_reads_what_could_not_be_handed_over() {
        parked("lea", "lead").then().statusCode(200);

        assertThat(FakeCaseService.calls("/v1/staff-roles/lea")).hasSize(1);
    }

    @Test
    void whoever_left_is_turned_away_in_the_next_call_though_their_token_is_good() {
        FakeCaseService.staffHave();

        parked("lea", "lead").then().statusCode(401).body("type", endsWith("unauthenticated"));

        assertThat(ask("SELECT actor FROM audit WHERE outcome = 'refused'")).isEqualTo("lea");
    }

    @Test
    void whoever_is_no_lead_any_more_is_refused() {
        FakeCaseService.staffHave("adviser");

        parked("lea", "lead").then().statusCode(403);
    }

    @Test
    void a_role_that_the_token_does_not_have_is_not_given() {
        parked("ada", "adviser").then().statusCode(403);
    }

    @Test
    void while_nobody_can_tell_nobody_gets_in_and_it_is_no_fault_of_theirs() {
        FakeCaseService.answers(call -> 503);

        parked("lea", "lead").then().statusCode(503);
    }

    @Test
    void no_program_is_asked_after() {
        FakeCaseService.answers(call -> 503);

        given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .get("/v1/conversations/00000000-0000-4000-8000-000000000000/held")
                .then()
                .statusCode(204);
    }

    private static Response parked(String subject, String role) {
        return given().auth().oauth2(TestRealm.token(subject, role)).get("/v1/outbox/parked");
    }
}
