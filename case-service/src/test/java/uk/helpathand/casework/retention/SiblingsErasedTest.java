package uk.helpathand.casework.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.retention.ErasureTest.approves;
import static uk.helpathand.casework.retention.ErasureTest.done;
import static uk.helpathand.casework.retention.ErasureTest.proposes;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
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
