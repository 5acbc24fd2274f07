package uk.helpathand.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.retention.ErasureTest.approves;
import static uk.helpathand.casework.retention.ErasureTest.done;
import static uk.helpathand.casework.retention.ErasureTest.proposes;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Wait;

/** Two children of one enquiry are erased: with the last of them their conversation goes in both services, in whatever order. */
@QuarkusTest
class SiblingsErasedTest extends ServiceTest {

    private final Sent sent = Sent.byAdult(2);

    private List<String> erasures() {
        sent.put();
        List<UUID> cases = ADA.opensCase(sent);
        cases.forEach(id -> ADA.closes(id).then().statusCode(200));
        return cases.stream()
                .map(id -> UUID.fromString(ADA.sees("/v1/cases/" + id).path("childId")))
                .map(child -> proposes(ADA, child).<String>path("id"))
                .toList();
    }

    @Test
    void who_are_erased_while_contact_service_is_away() {
        List<String> erasures = erasures();
        FakeContactService.answers(call -> call.path().endsWith("/erasure") ? 503 : 204);
        erasures.forEach(erasure -> approves(LEA, erasure).then().statusCode(200));

        FakeContactService.reset();
        erasures.forEach(ErasureTest::done);

        assertGoneHereAndTold();
    }

    @Test
    void one_after_the_other() {
        List<String> erasures = erasures();
        approves(LEA, erasures.get(0)).then().statusCode(200);
        done(erasures.get(0));
        String first = ask("SELECT whole FROM erasure_conversation WHERE erasure_id = '" + erasures.get(0) + "'");
        assertThat(first).as("the other stays").isEqualTo("f");

        approves(LEA, erasures.get(1)).then().statusCode(200);
        done(erasures.get(1));

        assertGoneHereAndTold();
    }

    /** Each is proposed from the words as they stood, with the other's name in them. */
    @Test
    void what_was_redacted_for_one_is_not_brought_back_by_what_was_proposed_for_the_other() {
        var three = Sent.byAdult(3).withReferral();
        three.wanted = "Robin0 and Robin1 want to stay with Robin2";
        three.put();
        List<UUID> cases = ADA.opensCase(three);
        for (UUID goes : cases.subList(0, 2)) {
            UUID child = UUID.fromString(ADA.sees("/v1/cases/" + goes).path("childId"));
            ADA.closes(goes).then().statusCode(200);
            String erasure = proposes(ADA, child).path("id");
            approves(LEA, erasure).then().statusCode(200);
            done(erasure);
        }
        List<String> redactions = ADA.sees("/v1/redactions").path("items.id");
        redact(redactions.get(0), "Robin1 wants to stay with Robin2");
        redact(redactions.get(1), "Robin0 wants to stay with Robin2");

        agree(redactions.get(0)).then().statusCode(200);
        agree(redactions.get(1)).then().statusCode(422);

        var again = ADA.sees("/v1/redactions/" + redactions.get(1));
        assertThat(again.<String>path("status")).isEqualTo("due");
        assertThat(again.<String>path("texts.find { it.name == 'wanted' }.text"))
                .isEqualTo("Robin1 wants to stay with Robin2");
        redact(redactions.get(1), "to stay with Robin2");
        agree(redactions.get(1)).then().statusCode(200);
        assertThat(ADA.sees("/v1/enquiries/" + three.id).<String>path("wanted")).isEqualTo("to stay with Robin2");
    }

    private static void redact(String redaction, String wanted) {
        String path = "/v1/redactions/" + redaction;
        ADA.calls()
                .header("If-Match", ADA.tag(path))
                .body(Map.of("texts", List.of(Map.of("name", "wanted", "text", wanted))))
                .put(path)
                .then()
                .statusCode(200);
    }

    private static Response agree(String redaction) {
        String path = "/v1/redactions/" + redaction;
        return LEA.calls().header("If-Match", LEA.tag(path)).post(path + "/approval");
    }

    /** Two workers at a time: each row of the outbox names the conversation, which both erasures have. */
    @Test
    void at_the_same_time() {
        List<String> erasures = erasures();
        FakeContactService.answers(call -> {
            if (call.path().endsWith("/erasure")
                    && FakeContactService.calls("/erasure").size() < 2) {
                Wait.aWhile();
            }
            return 204;
        });

        erasures.forEach(erasure -> approves(LEA, erasure).then().statusCode(200));

        erasures.forEach(ErasureTest::done);
        assertGoneHereAndTold();
    }

    private void assertGoneHereAndTold() {
        assertThat(ask("SELECT count(*) FROM conversation")).isEqualTo("0");
        Wait.until("nothing is owed", () -> "0".equals(ask("SELECT count(*) FROM outbox WHERE kind = 'erasure'")));
        assertThat(FakeContactService.calls("/erasure"))
                .as("with the last of them all of it")
                .anyMatch(told -> told.body().get("whole").asBoolean());
    }
}
