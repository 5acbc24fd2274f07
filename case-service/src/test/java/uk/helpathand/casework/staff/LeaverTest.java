package uk.helpathand.casework.staff;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.notNullValue;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.fixture.RealmPeople;
import uk.helpathand.platform.fixture.TestRealm;

/** A token says what was true when it was made. What counts is what is true now. */
@QuarkusTest
class LeaverTest extends ServiceTest {

    private static final String CASES = "/v1/cases";

    @Test
    void whoever_is_disabled_is_turned_away_though_their_token_is_good() {
        String token = TestRealm.token("ada", "adviser");
        call(token, CASES).then().statusCode(200);

        RealmPeople.disables("ada");

        turnedAway(token);
    }

    @Test
    void whoever_was_deleted_is_turned_away_though_their_token_is_good() {
        String token = TestRealm.token("ada", "adviser");
        call(token, CASES).then().statusCode(200);

        RealmPeople.deletes("ada");

        turnedAway(token);
    }

    @Test
    void a_leaver_who_tries_is_on_record() {
        String token = TestRealm.token("ada", "adviser");
        RealmPeople.disables("ada");

        call(token, CASES).then().statusCode(401);

        assertThat(ask("SELECT concat_ws(' ', actor, actor_roles, action, outcome) FROM audit"))
                .isEqualTo("ada {adviser} GET /v1/cases refused");
    }

    @Test
    void who_lost_a_role_is_refused_what_it_opened_and_keeps_the_rest() {
        String token = TestRealm.token("ben", "adviser", "analyst");
        call(token, CASES).then().statusCode(200);

        RealmPeople.employs("ben", "analyst");

        Wait.until("refused", () -> call(token, CASES).statusCode() == 403);
        call(token, "/v1/code-lists/theme").then().statusCode(200);
        call(token, CASES).then().body("type", endsWith("forbidden"));
    }

    @Test
    void contact_service_is_told_which_roles_count_and_none_of_a_leaver() {
        String contactService = TestRealm.token("contact-service", "handover");
        RealmPeople.employs("lea", "lead");
        Wait.until("known", () -> call(contactService, "/v1/staff-roles/lea")
                .<List<String>>path("roles")
                .contains("lead"));
        call(contactService, "/v1/staff-roles/somebody-else")
                .then()
                .statusCode(200)
                .body("roles", empty());

        RealmPeople.disables("lea");

        Wait.until("none counts", () -> call(contactService, "/v1/staff-roles/lea")
                .<List<String>>path("roles")
                .isEmpty());
        assertThat(ask("SELECT count(*) FROM audit"))
                .as("nobody was told of a child")
                .isEqualTo("0");
    }

    @Test
    void who_lost_the_only_role_is_refused_and_not_taken_for_a_leaver() {
        String token = TestRealm.token("ben", "adviser");
        call(token, CASES).then().statusCode(200);

        RealmPeople.employs("ben");

        Wait.until("refused", () -> call(token, CASES).statusCode() == 403);
    }

    @Test
    void a_role_that_only_the_token_has_opens_nothing() {
        RealmPeople.employs("eve", "analyst");

        call(TestRealm.token("eve", "adviser"), CASES).then().statusCode(403);
    }

    @Test
    void a_role_that_only_the_directory_has_opens_nothing_either() {
        RealmPeople.employs("ben", "adviser", "lead");

        call(TestRealm.token("ben", "adviser"), "/v1/outbox/parked").then().statusCode(403);
    }

    @Test
    void who_was_given_a_role_has_it_at_once() {
        RealmPeople.employs("ben", "adviser");
        call(TestRealm.token("ben", "adviser"), CASES).then().statusCode(200);

        RealmPeople.employs("ben", "adviser", "lead");

        call(TestRealm.token("ben", "adviser", "lead"), "/v1/outbox/parked")
                .then()
                .statusCode(200);
    }

    @Test
    void whoever_comes_back_gets_in_at_once() {
        RealmPeople.employs("ben", "adviser");
        RealmPeople.disables("ben");
        call(TestRealm.token("ben", "adviser"), CASES).then().statusCode(401);

        RealmPeople.employs("ben", "adviser");

        call(TestRealm.token("ben", "adviser"), CASES).then().statusCode(200);
    }

    @Test
    void a_silent_directory_counts_for_as_long_as_a_token_lives() {
        ADA.sees(CASES);
        RealmPeople.goAway();

        TestClock.advance(Duration.ofSeconds(100));
        ADA.sees(CASES);
        call(TestRealm.token("somebody-new", "adviser"), CASES).then().statusCode(401);

        TestClock.advance(Duration.ofSeconds(25));
        ADA.get(CASES)
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue())
                .body("type", endsWith("unavailable"));

        RealmPeople.reset();
        ADA.sees(CASES);
    }

    @Test
    void hand_over_does_not_ask_who_works_here() {
        RealmPeople.deletes("contact-service");
        RealmPeople.goAway();
        TestClock.advance(Duration.ofMinutes(10));

        Sent.enquiry().put();
    }

    private static void turnedAway(String token) {
        Wait.until("turned away", () -> call(token, CASES).statusCode() == 401);
        call(token, CASES)
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("type", endsWith("unauthenticated"));
    }

    private static Response call(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }
}
