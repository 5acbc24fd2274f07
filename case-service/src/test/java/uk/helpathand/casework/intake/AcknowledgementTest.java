package uk.helpathand.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.casework.fixture.Wait;

@QuarkusTest
class AcknowledgementTest extends ServiceTest {

    @Test
    void the_first_wins_and_a_second_changes_nothing() {
        Sent sent = Sent.enquiry().put();

        assertThat(ADA.acknowledges(sent).<String>path("by")).isEqualTo("Ada");
        assertThat(BEN.acknowledges(sent).<String>path("by")).isEqualTo("Ada");

        var view = ADA.sees("/v1/enquiries/" + sent.id);
        assertThat(view.<String>path("status")).isEqualTo("acknowledged");
        assertThat(view.<String>path("acknowledgement.by")).isEqualTo("Ada");
        assertThat(view.<String>path("acknowledgement.byId")).isEqualTo("ada");
        var queue = ADA.sees("/v1/enquiries");
        assertThat(queue.<String>path("items[0].acknowledgedBy")).isEqualTo("Ada");
        assertThat(queue.<String>path("items[0].acknowledgedById")).isEqualTo("ada");
    }

    @Test
    void of_many_at_once_all_hear_of_the_same_one() {
        Sent sent = Sent.enquiry().put();

        List<String> by = Together.run(
                10, i -> (i % 2 == 0 ? ADA : BEN).acknowledges(sent).path("by"));

        assertThat(by).doesNotContainNull().allMatch(by.get(0)::equals);
    }

    @Test
    void it_tells_the_child_that_a_person_has_read_it() {
        Sent sent = Sent.enquiry().put();

        ADA.acknowledges(sent).then().statusCode(200);
        BEN.acknowledges(sent).then().statusCode(200);

        String path = "/v1/conversations/" + sent.conversationId + "/progress";
        Wait.until("progress handed over", () -> !FakeContactService.calls(path).isEmpty());
        Wait.aWhile();
        assertThat(FakeContactService.calls(path)).singleElement().satisfies(call -> assertThat(
                        call.body().path("stage").asText())
                .isEqualTo("read"));
    }

    @Test
    void a_new_danger_asks_for_somebody_again() {
        Sent sent = Sent.enquiry().put();
        ADA.acknowledges(sent).then().statusCode(200);

        sent.write("I am not safe now", Urgency.IMMEDIATE, "said-not-safe");

        var view = ADA.sees("/v1/enquiries/" + sent.id);
        assertThat(view.<String>path("status")).isEqualTo("returned");
        assertThat(view.<Object>path("acknowledgement")).isNull();
        assertThat(BEN.acknowledges(sent).<String>path("by")).isEqualTo("Ben");
    }

    @Test
    void an_enquiry_that_is_not_here_is_404() {
        ADA.calls()
                .post("/v1/enquiries/" + UUID.randomUUID() + "/acknowledgement")
                .then()
                .statusCode(404);
    }
}
