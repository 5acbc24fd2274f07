package uk.helpathand.casework.child;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;

@QuarkusTest
class ChildTest extends ServiceTest {

    @Test
    void a_child_has_a_reference_cases_and_perhaps_a_name() {
        UUID caseId = ADA.opensCase(Sent.enquiry().put()).get(0);
        String id = ADA.sees("/v1/cases/" + caseId).path("childId");

        var child = ADA.sees("/v1/children/" + id);

        assertThat(child.<String>path("reference")).matches("CH-[2-9BCDFGHJKMNPQRSTVWXZ]{6}");
        assertThat(child.<Object>path("name")).isNull();
        assertThat(child.<List<String>>path("caseIds")).containsExactly(caseId.toString());
        ADA.get("/v1/children/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void a_slip_of_the_hand_wipes_out_no_name_and_makes_nobody_a_hundred_years_old() {
        Sent sent = Sent.enquiry().put();
        String path = "/v1/children/"
                + ADA.sees("/v1/cases/" + ADA.opensCase(sent).get(0)).<String>path("childId");

        for (Map<String, Object> slip : List.<Map<String, Object>>of(
                Map.of("name", "  "),
                Map.of("name", ""),
                Map.of("name", "\u00a0\u2003"),
                Map.of("dateOfBirth", "1212-05-06"),
                Map.of("dateOfBirth", "2999-05-06"))) {
            ADA.calls()
                    .header("If-Match", ADA.tag(path))
                    .body(slip)
                    .patch(path)
                    .then()
                    .statusCode(400)
                    .body(
                            "errors.pointer",
                            org.hamcrest.Matchers.contains(
                                    "/" + slip.keySet().iterator().next()));
        }
    }

    @Test
    void the_name_is_changed_on_what_one_has_read_and_sealed() {
        UUID caseId = ADA.opensCase(Sent.enquiry().put()).get(0);
        String path = "/v1/children/" + ADA.sees("/v1/cases/" + caseId).path("childId");
        String tag = ADA.tag(path);

        ADA.calls()
                .header("If-Match", tag)
                .body(Map.of("name", "Robin Example", "reference", "CH-1", "caseIds", List.of()))
                .patch(path)
                .then()
                .statusCode(400);
        assertThat(ADA.tag(path)).as("nothing of it was set").isEqualTo(tag);

        ADA.calls()
                .header("If-Match", tag)
                .body(Map.of("name", "Robin Example"))
                .patch(path)
                .then()
                .statusCode(200);

        var child = ADA.sees(path);
        assertThat(child.<String>path("name")).isEqualTo("Robin Example");
        assertThat(child.header("ETag")).isNotEqualTo(tag);
        assertThat(ask("SELECT position('Robin'::bytea IN name) FROM child")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM data_key WHERE subject_kind = 'child'"))
                .isEqualTo("1");
        ADA.calls()
                .header("If-Match", tag)
                .body(Map.of("name", "Other"))
                .patch(path)
                .then()
                .statusCode(412)
                .body("detail", containsString("now different: name"));
        ADA.calls().body(Map.of("name", "Other")).patch(path).then().statusCode(428);
    }
}
