package uk.helpathand.casework.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.casework.fixture.Wait;

@QuarkusTest
class ProgressTest extends ServiceTest {

    private static final Map<String, String> NEXT =
            Map.of("stage", "working", "nextStep", "I ring your social worker", "by", "2026-12-01");

    @Test
    void it_is_set_on_what_one_has_read_and_reaches_the_child() {
        Sent sent = Sent.enquiry().put();
        String path = "/v1/conversations/" + sent.conversationId + "/progress";
        assertThat(ADA.sees(path).<String>path("stage")).isEqualTo("received");

        var set = ADA.calls().header("If-Match", ADA.tag(path)).body(NEXT).put(path);

        set.then().statusCode(200);
        assertThat(set.header("ETag")).isEqualTo(ADA.tag(path)).isEqualTo("\"1\"");
        assertThat(ADA.sees(path).<String>path("nextStep")).isEqualTo("I ring your social worker");
        Wait.until("handed over", () -> !FakeContactService.calls(path).isEmpty());
        var body = FakeContactService.calls(path).get(0).body();
        assertThat(body.path("version").asLong()).isEqualTo(1);
        assertThat(body.path("stage").asText()).isEqualTo("working");
        assertThat(body.path("nextStep").asText()).isEqualTo("I ring your social worker");
        assertThat(body.path("by").asText()).isEqualTo("2026-12-01");
    }

    @Test
    void without_a_tag_428_and_with_an_old_one_412_that_says_what_differs() {
        Sent sent = Sent.enquiry().put();
        String path = "/v1/conversations/" + sent.conversationId + "/progress";
        String tag = ADA.tag(path);

        ADA.calls().body(NEXT).put(path).then().statusCode(428).body("type", endsWith("if-match-missing"));
        ADA.acknowledges(sent).then().statusCode(200);
        ADA.calls()
                .header("If-Match", tag)
                .body(NEXT)
                .put(path)
                .then()
                .statusCode(412)
                .body("type", endsWith("stale"))
                .body("detail", containsString("stage, nextStep, by"));
        ADA.calls()
                .header("If-Match", "W/" + ADA.tag(path))
                .body(NEXT)
                .put(path)
                .then()
                .statusCode(412);
        assertThat(ADA.sees(path).<String>path("stage")).isEqualTo("read");
    }

    @Test
    void of_two_who_read_the_same_one_wins() {
        Sent sent = Sent.enquiry().put();
        String path = "/v1/conversations/" + sent.conversationId + "/progress";
        String tag = ADA.tag(path);

        List<Integer> answers = Together.run(6, i -> ADA.calls()
                .header("If-Match", tag)
                .body(Map.of("stage", "working", "nextStep", "step " + i))
                .put(path)
                .statusCode());

        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 412);
    }
}
