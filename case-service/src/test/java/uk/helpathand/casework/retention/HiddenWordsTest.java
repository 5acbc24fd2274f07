package uk.helpathand.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;

/** Who was kept from a child is kept from what was said of them and another in one breath, until the words are redacted. */
@QuarkusTest
class HiddenWordsTest extends ServiceTest {

    private static final Staff KIM = new Staff("kim", "adviser");

    private Sent sent;
    private UUID goesCase;
    private UUID goes;
    private UUID stays;

    @BeforeEach
    void two_children_of_one_enquiry() {
        Staff.areKnown(ADA, BEN, KIM, LEA);
        sent = Sent.byAdult(2).withReferral().put();
        List<UUID> cases = ADA.opensCase(sent);
        goesCase = cases.get(0);
        goes = child(goesCase);
        stays = child(cases.get(1));
    }

    @Test
    void a_conflict_of_interest_outlives_the_record_by_as_long_as_its_words() {
        LEA.keepsOut(BEN, goes, "his sister is the foster carer");
        hidden(BEN);

        erase();

        hidden(BEN);
        seen(KIM);
        redact();
        seen(BEN);
        assertThat(ask("SELECT kept_out::text FROM redaction")).isEqualTo("{}");
    }

    @Test
    void a_restriction_does_too_and_lets_in_whom_it_let_in() {
        ADA.restricts(goesCase, "a colleague's niece").then().statusCode(200);
        LEA.takesIn(KIM, goesCase);
        hidden(BEN);

        erase();

        hidden(BEN);
        for (Staff inside : List.of(ADA, KIM, LEA)) {
            seen(inside);
        }
        redact();
        seen(BEN);
    }

    @Test
    void where_nothing_was_hidden_nothing_is() {
        erase();

        seen(BEN);
    }

    /** A court that waits for one child's record waits for all that was said of them. */
    @Test
    void a_hold_on_whoever_stays_keeps_the_words_as_they_are() {
        erase();
        String hold = holds("child", stays);
        String path = "/v1/redactions/" + ask("SELECT id FROM redaction");
        proposes(path);

        approves(path).then().statusCode(409).body("type", endsWith("legal-hold"));

        lifts(hold);
        approves(path).then().statusCode(200);
    }

    @Test
    void a_hold_on_an_enquiry_holds_once_it_is_a_childs_too() {
        Sent held = Sent.enquiry().put();
        String hold = holds("enquiry", held.id);
        UUID caseId = ADA.opensCase(held).get(0);
        UUID childId = child(caseId);
        ADA.closes(caseId).then().statusCode(200);

        ErasureTest.proposes(ADA, childId).then().statusCode(409).body("type", endsWith("legal-hold"));
        assertThat(LEA.sees("/v1/legal-holds/" + hold).<String>path("recordId")).isEqualTo(held.id.toString());
        assertThat(LEA.sees("/v1/legal-holds").<List<String>>path("items.id")).contains(hold);

        lifts(hold);
        String erasure = ErasureTest.proposes(ADA, childId).path("id");
        ErasureTest.approves(LEA, erasure).then().statusCode(200);
        ErasureTest.done(erasure);
        assertThat(ask("SELECT count(*) FROM legal_hold"))
                .as("its reason may name them")
                .isEqualTo("0");
    }

    private static String holds(String kind, UUID id) {
        return LEA.creates()
                .body(Map.of("kind", kind, "id", id, "reason", "The family court asked"))
                .post("/v1/legal-holds")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static void lifts(String hold) {
        LEA.calls()
                .body(Map.of("reason", "The court has decided"))
                .post("/v1/legal-holds/" + hold + "/lifting")
                .then()
                .statusCode(200);
    }

    private void erase() {
        ADA.closes(goesCase).then().statusCode(200);
        String erasure = ErasureTest.proposes(ADA, goes).path("id");
        ErasureTest.approves(LEA, erasure).then().statusCode(200);
        ErasureTest.done(erasure);
    }

    private static void redact() {
        String path = "/v1/redactions/" + ask("SELECT id FROM redaction");
        proposes(path);
        approves(path).then().statusCode(200);
    }

    private static void proposes(String path) {
        ADA.calls()
                .header("If-Match", ADA.tag(path))
                .body(Map.of("texts", List.of()))
                .put(path)
                .then()
                .statusCode(200);
    }

    private static Response approves(String path) {
        return LEA.calls().header("If-Match", LEA.tag(path)).post(path + "/approval");
    }

    private void hidden(Staff who) {
        assertThat(who.get("/v1/enquiries/" + sent.id).statusCode()).isEqualTo(404);
        assertThat(who.get("/v1/conversations/" + sent.conversationId + "/messages")
                        .statusCode())
                .isEqualTo(404);
        assertThat(who.sees("/v1/enquiries?status=triaged").<List<String>>path("items.id"))
                .isEmpty();
        assertThat(who.sees("/v1/redactions").<List<?>>path("items")).isEmpty();
    }

    private void seen(Staff who) {
        who.sees("/v1/enquiries/" + sent.id);
        who.sees("/v1/conversations/" + sent.conversationId + "/messages");
        assertThat(who.sees("/v1/enquiries?status=triaged").<List<String>>path("items.id"))
                .containsExactly(sent.id.toString());
    }

    private static UUID child(UUID caseId) {
        return UUID.fromString(ADA.sees("/v1/cases/" + caseId).path("childId"));
    }
}
