package uk.helpathand.casework.runtime;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.fixture.Staff.decision;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestMail;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.fixture.Canary;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;
import uk.helpathand.platform.time.Ids;

/** Names, numbers and sentences stand in no log, metric, error, address or mail, whatever goes wrong. */
@QuarkusTest
class CanaryTest extends ServiceTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void nothing_of_what_people_write_leaks() {
        try (Canary canary = Canary.watch()) {
            FakeContactService.answers(call -> call.path().contains("/messages/") ? 422 : 500);
            Sent sent = theWayThroughTheHouse();
            failures(sent, canary);
            Wait.until("a reply was parked", () -> canary.log().stream().anyMatch(line -> line.contains("parked")));
            TestMail.mails().forEach(mail -> canary.sees("a mail", mail.raw()));
            canary.sees(
                    "the metrics",
                    given().get(metrics).then().statusCode(200).extract().asString());
            FakeContactService.calls().forEach(call -> canary.sees("an address", call.path()));
            canary.sees("the audit", TestDatabase.ask("SELECT string_agg(a::text, ',') FROM audit a"));
            canary.sees("the outbox", TestDatabase.ask("SELECT string_agg(o::text, ',') FROM outbox o"));
            canary.assertSilent();
        }
    }

    private static Sent theWayThroughTheHouse() {
        Sent sent = Sent.danger();
        sent.happening = Canary.SENTENCE;
        sent.wanted = Canary.SENTENCE;
        sent.safeContact = new SafeContact(
                1,
                ReplyBy.TEXT,
                Canary.NUMBER,
                NumberIs.MINE,
                Canary.NUMBER + "@example.test",
                List.of(),
                Canary.FORGER,
                Canary.SENTENCE,
                null,
                null,
                null);
        sent.put();
        Sent.handOver("/v1/enquiries/" + sent.id + "/details/" + Ids.next(), details())
                .then()
                .statusCode(204);
        sent.write(Canary.SENTENCE, Urgency.IMMEDIATE, "said-not-safe");
        Wait.until("an alert was mailed", () -> !TestMail.mails().isEmpty());
        ADA.sees("/v1/enquiries/" + sent.id);
        ADA.replies(sent, Canary.SENTENCE).then().statusCode(201);
        ADA.calls()
                .body(Map.of("text", Canary.SENTENCE, "audience", "child"))
                .post("/v1/conversations/" + sent.conversationId + "/message-previews")
                .then()
                .statusCode(200);
        sent.writePart(Canary.SENTENCE, Ids.next(), 1, 2);
        var triage = decision("open-case", Canary.SENTENCE);
        triage.put("children", List.of(Map.of("enquiryChildId", sent.children.get(0), "name", Canary.FORGER)));
        shared(ADA.triages(sent, triage).then().statusCode(200).extract().path("cases[0].caseId"));
        ADA.calls()
                .body(Map.of("name", Canary.NAME, "dateOfBirth", "2012-05-06"))
                .post("/v1/children/searches")
                .then()
                .statusCode(200)
                .body("items", org.hamcrest.Matchers.hasSize(1));
        Sent byText = Sent.text();
        byText.happening = Canary.SENTENCE;
        byText.safeContact = Sent.byText(1, NumberIs.MINE, sent.receivedAt);
        byText.put();
        return sent;
    }

    private static void shared(String caseId) {
        String child = "/v1/children/" + ADA.sees("/v1/cases/" + caseId).path("childId");
        ADA.creates()
                .body(Map.of(
                        "decision", Canary.SENTENCE, "able", true, "how", Canary.SENTENCE, "judgedBy", Canary.NAME))
                .post(child + "/competence-judgements")
                .then()
                .statusCode(201);
        var body = Map.of("bodyKind", "school", "bodyName", Canary.NAME, "what", List.of("wishes"));
        var consent = new HashMap<String, Object>(body);
        consent.putAll(Map.of("givenBy", "parent", "explained", Canary.SENTENCE));
        ADA.creates().body(consent).post(child + "/consents").then().statusCode(201);
        var disclosure = new HashMap<String, Object>(body);
        disclosure.putAll(Map.of(
                "by",
                "phone",
                "basis",
                "without-consent",
                "reason",
                Canary.SENTENCE,
                "childTold",
                "not-yet-because",
                "whyNotTold",
                Canary.SENTENCE));
        ADA.creates()
                .body(disclosure)
                .post("/v1/cases/" + caseId + "/disclosures")
                .then()
                .statusCode(201);
    }

    private static void failures(Sent sent, Canary canary) {
        String thread = "/v1/conversations/" + sent.conversationId + "/messages";
        refused(
                canary,
                400,
                ADA.creates().body("{\"text\": \"" + Canary.SENTENCE).post(thread));
        refused(canary, 400, ADA.creates().body(Map.of("text", Canary.SENTENCE)).post(thread));
        refused(
                canary,
                400,
                ADA.creates()
                        .body(Map.of("text", Canary.SENTENCE, "audience", Canary.NAME))
                        .post(thread));
        refused(
                canary,
                422,
                ADA.creates()
                        .body(Map.of("text", Canary.SENTENCE, "audience", "adult"))
                        .post(thread));
        refused(
                canary,
                400,
                ADA.calls()
                        .body(Map.of("name", Canary.NAME, "dateOfBirth", Canary.NAME))
                        .post("/v1/children/searches"));
        refused(
                canary,
                415,
                ADA.creates().contentType("text/plain").body(Canary.SENTENCE).post(thread));
        refused(
                canary,
                409,
                Sent.handOver("/v1/enquiries/" + sent.id, Sent.danger().body()));
        var broken = new HashMap<String, Object>(Map.of("author", "child", "text", Canary.SENTENCE));
        broken.put("receivedAt", Canary.FORGER);
        refused(canary, 400, Sent.handOver(thread + "/" + Ids.next(), broken));
        refused(
                canary,
                401,
                given().auth()
                        .oauth2(TestRealm.sign(
                                TestRealm.claims(Canary.NAME, "adviser").audience(Canary.NAME)))
                        .get(thread));
        theDatabaseFails(sent, canary, thread);
        aCopyIsAskedFor(canary);
    }

    /** With contact-service away there is no copy; who is looked for by another program stands nowhere. */
    private static void aCopyIsAskedFor(Canary canary) {
        String child = TestDatabase.ask("SELECT id FROM child LIMIT 1");
        String request = LEA.creates()
                .body(Map.of(
                        "childId",
                        child,
                        "receivedOn",
                        "2026-11-02",
                        "askedBy",
                        "child",
                        "identityCheckedHow",
                        Canary.SENTENCE))
                .post("/v1/subject-access-requests")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        refused(canary, 503, LEA.get("/v1/subject-access-requests/" + request + "/package"));
        refused(
                canary,
                409,
                given().auth()
                        .oauth2(TestRealm.token("central", "subject-access"))
                        .contentType("application/json")
                        .body(Map.of("name", Canary.FORGER, "dateOfBirth", "2012-05-06"))
                        .post("/v1/subject-access-checks"));
    }

    /** The database quotes the row in its refusal: it must go no further. */
    private static void theDatabaseFails(Sent sent, Canary canary, String thread) {
        TestDatabase.asOwner("ALTER TABLE message ADD CONSTRAINT ck_broken CHECK (sequence < 0) NOT VALID");
        try {
            refused(
                    canary,
                    500,
                    Sent.handOver(thread + "/" + Ids.next(), sent.message(Canary.SENTENCE, Urgency.STANDARD)));
            refused(canary, 500, ADA.replies(sent, Canary.SENTENCE));
        } finally {
            TestDatabase.asOwner("ALTER TABLE message DROP CONSTRAINT ck_broken");
        }
    }

    private static void refused(Canary canary, int status, Response answer) {
        assertThat(answer.statusCode()).isEqualTo(status);
        canary.sees("an error", answer.asString());
        canary.sees("an error's headers", answer.headers().toString());
    }

    private static DetailsHandover details() {
        return new DetailsHandover(
                Instant.now(), Canary.FORGER, "14", Canary.NAME, Canary.SENTENCE, Canary.NAME, "en", Canary.SENTENCE);
    }
}
