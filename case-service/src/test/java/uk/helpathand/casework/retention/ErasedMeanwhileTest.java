package uk.helpathand.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.InTurn.aside;
import static uk.helpathand.casework.fixture.InTurn.holding;
import static uk.helpathand.casework.fixture.InTurn.somebodyWaits;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.retention.ErasureTest.approves;
import static uk.helpathand.casework.retention.ErasureTest.proposes;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Together;

/** What is asked for in the moment in which a record is being erased, or somebody else asks for the same. */
@QuarkusTest
class ErasedMeanwhileTest extends ServiceTest {

    @Test
    void nobody_gets_a_receipt_for_holding_what_is_gone() throws Exception {
        UUID child = closed();
        String erasure = proposes(ADA, child).path("id");
        FakeContactService.answers(call -> call.path().endsWith("/erasure") ? 503 : 204);
        approves(LEA, erasure).then().statusCode(200);
        try (var erasing = holding(
                "UPDATE erasure_conversation SET erased_at = now()",
                "SELECT carry_out_erasure('" + erasure + "', now())",
                "UPDATE erasure SET status = 'done', done_at = now() WHERE id = '" + erasure + "'")) {
            var held = aside(() -> LEA.creates()
                    .body(Map.of("kind", "child", "id", child, "reason", "A court asked for it"))
                    .post("/v1/legal-holds"));
            somebodyWaits();
            erasing.commit();

            held.get(20, TimeUnit.SECONDS).then().statusCode(404);
        }
        assertThat(ask("SELECT count(*) FROM legal_hold")).isEqualTo("0");
    }

    @Test
    void of_two_who_propose_the_same_at_once_one_is_told_so() {
        UUID child = closed();

        var answers = Together.run(
                2, number -> proposes(number == 0 ? ADA : BEN, child).statusCode());

        assertThat(answers).containsExactlyInAnyOrder(201, 409);
        assertThat(ask("SELECT count(*) FROM erasure")).isEqualTo("1");
    }

    private static UUID closed() {
        UUID caseId = ADA.opensCase(Sent.enquiry().put()).get(0);
        UUID child = UUID.fromString(ADA.sees("/v1/cases/" + caseId).path("childId"));
        ADA.closes(caseId).then().statusCode(200);
        return child;
    }
}
