package uk.helpathand.casework.access;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.TestMail;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.fixture.StatementLog;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** Access from outside the circle: with a reason, a fresh sign-in, an end, and somebody who looks at it. */
@QuarkusTest
class BreakGlassTest extends ServiceTest {

    @Inject
    ForgetMissedGlass forget;

    private static final String REASON = "She rang from the station and her adviser is on leave";

    @Test
    void it_opens_the_case_for_an_hour_and_no_longer() {
        Restricted made = Restricted.byOwner();

        Response taken = breaks(BEN, made.reference.toLowerCase(java.util.Locale.ROOT));

        assertThat(taken.statusCode()).isEqualTo(201);
        BEN.sees(made.path());
        BEN.sees(made.thread() + "/messages");
        assertThat(BEN.sees(taken.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .<String>path("caseId"))
                .isEqualTo(made.caseId.toString());
        TestClock.advance(Duration.ofMinutes(61));
        assertThat(BEN.get(made.path()).statusCode()).isEqualTo(404);
    }

    @Test
    void it_does_not_tell_whether_there_is_such_a_case() {
        Restricted made = Restricted.byOwner();
        var answers = new ArrayList<Response>();

        List<String> ofHidden = StatementLog.of(() -> answers.add(breaks(BEN, made.reference)));
        List<String> ofNothing = StatementLog.of(() -> answers.add(breaks(BEN, "C-ZZZZZZ")));

        assertThat(answers).extracting(Response::statusCode).containsExactly(201, 201);
        assertThat(answers.get(0).<Map<String, ?>>path("$").keySet())
                .isEqualTo(answers.get(1).<Map<String, ?>>path("$").keySet());
        assertThat(ofHidden).isEqualTo(ofNothing);
    }

    @Test
    void a_reason_with_what_no_database_can_keep_still_opens_it() {
        Restricted made = Restricted.byOwner();
        fresh(BEN, 0)
                .header("Idempotency-Key", key())
                .body(Map.of("caseReference", made.reference, "reason", "she rang\u0000 just now"))
                .post("/v1/break-glass")
                .then()
                .statusCode(201);
        assertThat(BEN.get(made.path()).statusCode()).isEqualTo(200);
    }

    @Test
    void a_reason_comes_first() {
        Restricted made = Restricted.byOwner();
        Response refused = fresh(BEN, 0)
                .header("Idempotency-Key", key())
                .body(Map.of("caseReference", made.reference, "reason", " "))
                .post("/v1/break-glass");
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(BEN.get(made.path()).statusCode()).isEqualTo(404);
    }

    @Test
    void whoever_signed_in_long_ago_signs_in_again_and_the_attempt_is_on_record() {
        Restricted made = Restricted.byOwner();

        for (Response refused : List.of(takes(fresh(BEN, 301), made.reference), takes(unknown(), made.reference))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.header("WWW-Authenticate"))
                    .isEqualTo("Bearer error=\"insufficient_user_authentication\", max_age=300");
            assertThat(refused.<String>path("type")).endsWith("sign-in-again");
        }
        assertThat(ask("SELECT count(*) FROM break_glass")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM audit WHERE outcome = 'refused' AND action = 'POST /v1/break-glass'"))
                .isEqualTo("2");
    }

    @Test
    void the_leads_are_told_at_once_and_the_mail_tells_nothing() {
        Restricted made = Restricted.byOwner();
        Response taken = breaks(BEN, made.reference);

        Wait.until("the mail", () -> TestMail.mails().size() == 1);

        TestMail.Mail mail = TestMail.mails().get(0);
        assertThat(mail.to()).isEqualTo("lea@example.test");
        assertThat(mail.text()).contains(taken.<String>path("id"));
        assertThat(mail.raw()).doesNotContain(made.reference, "station", "Ben");
    }

    @Test
    void a_lead_with_a_conflict_of_interest_sees_and_judges_nothing_of_it() {
        Restricted made = Restricted.byOwner();
        String path = "/v1/break-glass/" + breaks(BEN, made.reference).path("id");
        var lee = new Staff("lee", "lead");
        assertThat(lee.sees("/v1/break-glass").<List<?>>path("items")).hasSize(1);
        made.keepOut(lee);

        assertThat(lee.sees("/v1/break-glass").<List<?>>path("items")).isEmpty();
        assertThat(lee.get(path).statusCode()).isEqualTo(404);
        assertThat(lee.calls()
                        .body(Map.of("justified", true, "note", "I know them well"))
                        .post(path + "/review")
                        .statusCode())
                .isEqualTo(404);
        LEA.sees(path);
    }

    @Test
    void it_stands_there_until_another_lead_has_looked_at_it() {
        Restricted made = Restricted.byOwner();
        UUID id = UUID.fromString(breaks(BEN, made.reference).path("id"));
        UUID ownId = UUID.fromString(breaks(LEA, made.reference).path("id"));
        assertThat(BEN.get("/v1/break-glass").statusCode()).isEqualTo(403);
        assertThat(ADA.get("/v1/break-glass/" + id).statusCode())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(LEA.sees("/v1/break-glass?reviewDue=true").<List<?>>path("items"))
                .hasSize(2);

        assertThat(review(LEA, id, true).<Boolean>path("justified")).isTrue();
        assertThat(review(LEA, id, false).<Boolean>path("justified"))
                .as("the first review stands")
                .isTrue();
        assertThat(review(LEA, ownId, true).statusCode())
                .as("nobody judges themselves")
                .isEqualTo(403);

        assertThat(LEA.sees("/v1/break-glass?reviewDue=true").<List<String>>path("items.id"))
                .containsExactly(ownId.toString());
        assertThat(LEA.sees("/v1/break-glass").<List<?>>path("items")).hasSize(2);
    }

    @Test
    void whoever_has_a_conflict_of_interest_stays_out() {
        Restricted made = Restricted.byOwner();
        made.keepOut(BEN);

        assertThat(breaks(BEN, made.reference).statusCode()).isEqualTo(201);

        assertThat(BEN.get(made.path()).statusCode()).isEqualTo(404);
    }

    @Test
    void it_is_in_the_audit_with_its_reason() {
        Restricted made = Restricted.byOwner();
        breaks(BEN, made.reference);
        assertThat(ask(
                        "SELECT said.reason FROM audit JOIN audit_reason said ON audit_id = id WHERE action = 'case.break-glass' AND subject_ids = '{%s}'"
                                .formatted(made.caseId)))
                .isEqualTo(REASON);
    }

    /** No child's erasure would find it: it is of nobody's record. */
    @Test
    void what_was_written_at_a_reference_that_opened_nothing_goes_after_its_review() {
        UUID missed = UUID.fromString(breaks(BEN, "C-ZZZZZZ").path("id"));
        UUID waits = UUID.fromString(breaks(BEN, "C-ZZZZZZ").path("id"));
        review(LEA, missed, false).then().statusCode(200);
        forget.forget();
        assertThat(ask("SELECT count(*) FROM break_glass")).as("too early").isEqualTo("2");

        TestDatabase.asOwner("UPDATE break_glass SET reviewed_at = now() - interval '91 days' WHERE NOT review_due");
        forget.forget();

        assertThat(ask("SELECT id FROM break_glass")).isEqualTo(waits.toString());
        assertThat(ask("SELECT count(*) FROM audit_reason WHERE reason = '" + REASON + "'"))
                .isEqualTo("1");
        assertThat(ask("SELECT subject_ids::text FROM audit WHERE action = 'glass.forget'"))
                .isEqualTo("{" + missed + "}");
        Wait.until(
                "sealed and whole",
                () -> Staff.AUD.sees("/v1/audit/verification").<Boolean>path("whole"));
    }

    static Response breaks(Staff who, String reference) {
        return takes(fresh(who, 10), reference);
    }

    private static Response takes(RequestSpecification calls, String reference) {
        return calls.header("Idempotency-Key", key())
                .body(Map.of("caseReference", reference, "reason", REASON))
                .post("/v1/break-glass");
    }

    private static String key() {
        return '"' + UUID.randomUUID().toString() + '"';
    }

    private static Response review(Staff who, UUID id, boolean justified) {
        return who.calls()
                .body(Map.of("justified", justified, "note", "Rang the child; it was right"))
                .post("/v1/break-glass/" + id + "/review");
    }

    /** Nobody says when they proved who they are. */
    private static RequestSpecification unknown() {
        return RestAssured.given()
                .auth()
                .oauth2(TestRealm.without("auth_time", TestRealm.token("ben", "adviser")))
                .contentType(ContentType.JSON);
    }

    /** Whoever proved who they are so many seconds ago. */
    private static RequestSpecification fresh(Staff who, long secondsAgo) {
        String token = TestRealm.sign(TestRealm.claims(who.subject(), who.role())
                .claim("auth_time", Instant.now().getEpochSecond() - secondsAgo));
        return RestAssured.given().auth().oauth2(token).contentType(ContentType.JSON);
    }
}
