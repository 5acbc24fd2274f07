package uk.helpathand.casework.child;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class ChildSearchTest extends ServiceTest {

    @Inject
    Children children;

    @Inject
    FindableJob job;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Siobhan Example | Shivaun Example",
                "Siobhán Example | siobhan EXAMPLE",
                "Muhammad Sample | Sample, Mohamad",
                "Mohammed Sample | Mohamad",
                "Linh Nguyễn | Nguyen Linh",
                "Sean O'Neill | Shaun ONeil",
                "Sean O Neill | Sean O\u2019Neill",
                "Robin Smith-Jones | Robin Jones Smith",
                "Robin Smith Jones | Jones-Smith",
                "Robin Smith-Jones | Robin Smithjones",
                "Annemarie Example | Anne-Marie Example",
                "Ludwig Vanderberg | Ludwig van der Berg",
                "محمد علي | مُحَمَّد عَلِي",
                "Ганна Приклад | ганна приклад",
                "王芳 | 王芳"
            })
    void spellings_find_each_other_both_ways(String one, String other) {
        UUID first = child(one);
        UUID second = child(other);
        child("Quentin Zebedee");

        assertThat(found(other)).containsExactlyInAnyOrder(first, second);
        assertThat(found(one)).containsExactlyInAnyOrder(first, second);
    }

    @Test
    void what_is_found_is_the_child_with_their_cases_best_first() {
        UUID half = child("Siobhan Other");
        UUID likely = child("Shivaun Example");
        UUID exact = withCase("Siobhan Example");

        Response answer = search(Map.of("name", "Siobhan Example"));

        assertThat(answer.<List<String>>path("items.id"))
                .containsExactly(exact.toString(), likely.toString(), half.toString());
        assertThat(answer.<String>path("items[0].name")).isEqualTo("Siobhan Example");
        assertThat(answer.<String>path("items[0].reference")).startsWith("CH-");
        assertThat(answer.<List<String>>path("items[0].caseIds")).hasSize(1);
        assertThat(answer.<Map<String, Object>>path("items[0]")).containsOnlyKeys("id", "reference", "name", "caseIds");
    }

    @Test
    void a_date_of_birth_leaves_out_who_was_born_on_another_day_and_nobody_whose_day_is_not_known() {
        UUID unknown = child("Robin Example");
        UUID born = child("Robyn Example");
        UUID otherwise = child("Robin Example");
        change(born, Map.of("dateOfBirth", "2012-05-06"));
        change(otherwise, Map.of("dateOfBirth", "2013-05-06"));

        List<UUID> found = ids(search(Map.of("name", "Robin Example", "dateOfBirth", "2012-05-06")));

        assertThat(found).containsExactlyInAnyOrder(born, unknown).first().isEqualTo(born);
        assertThat(found("Robin Example")).hasSize(3);
        assertThat(ids(search(Map.of("name", "Kim Sample", "dateOfBirth", "2012-05-06"))))
                .isEmpty();
    }

    @Test
    void who_is_called_otherwise_now_is_found_by_the_new_name_only() {
        UUID child = child("Robin Example");

        change(child, Map.of("name", "Kim Sample"));

        assertThat(found("Robin Example")).isEmpty();
        assertThat(found("Kim Sample")).containsExactly(child);
    }

    @Test
    void pages_hold_everybody_once_and_a_hundred_at_most() {
        for (int i = 0; i < 105; i++) {
            child("Robin Example" + (char) ('a' + i % 5));
        }
        var seen = new ArrayList<UUID>();
        var body = new HashMap<String, Object>(Map.of("name", "Robin Examplea", "limit", 30));
        do {
            Response page = search(body);
            seen.addAll(ids(page));
            body.put("after", page.path("next"));
        } while (body.get("after") != null);

        assertThat(seen).hasSize(100);
        assertThat(new HashSet<>(seen)).hasSize(100);
    }

    @Test
    void what_is_no_search_is_refused_and_what_is_no_name_finds_nobody() {
        child("Robin Example");

        assertThat(found("...")).isEmpty();
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of(),
                Map.of("name", " "),
                Map.of("name", "Robin", "limit", 51),
                Map.of("name", "Robin", "after", "nonsense"),
                Map.of("name", "Robin", "dateOfBirth", "2999-01-01"),
                Map.of("name", "Robin", "dateOfBirth", "yesterday"))) {
            ADA.calls().body(wrong).post("/v1/children/searches").then().statusCode(400);
        }
        new Staff("ana", "analyst")
                .calls()
                .body(Map.of("name", "Robin"))
                .post("/v1/children/searches")
                .then()
                .statusCode(403);
    }

    @Test
    void the_search_is_in_the_audit_with_whom_it_showed() {
        UUID child = child("Robin Example");
        TestDatabase.asOwner("TRUNCATE audit");

        found("Robin Example");

        assertThat(ask("SELECT action || ' ' || actor || ' ' || subject_ids::text FROM audit"))
                .isEqualTo("child.search ada {" + child + "}");
        assertThat(ask("SELECT count(*) FROM audit WHERE audit::text ILIKE '%robin%'"))
                .isEqualTo("0");
    }

    @Test
    void names_that_were_there_before_get_their_tokens_once_and_keep_their_version() {
        UUID child = child("Robin Example");
        UUID nameless = child(null);
        String tag = ADA.tag("/v1/children/" + child);
        TestDatabase.asOwner("DELETE FROM child_token; UPDATE child SET token_form = 0");
        assertThat(found("Robin Example")).isEmpty();

        job.run();

        assertThat(found("Robyn Example")).containsExactly(child);
        assertThat(ADA.tag("/v1/children/" + child)).isEqualTo(tag);
        assertThat(ask("SELECT string_agg(DISTINCT token_form::text, ',') FROM child"))
                .isEqualTo("1");
        assertThat(ADA.sees("/v1/children/" + nameless).<Object>path("name")).isNull();
    }

    @Test
    void a_child_whose_key_was_destroyed_does_not_hold_the_job_up() {
        UUID forgotten = child("Robin Example");
        UUID child = child("Kim Sample");
        TestDatabase.asOwner("DELETE FROM child_token; UPDATE child SET token_form = 0;"
                + " DELETE FROM data_key WHERE subject_id = '" + forgotten + "'");

        job.run();

        assertThat(found("Kim Sample")).containsExactly(child);
    }

    @Test
    void tokens_go_with_the_child() {
        UUID child = child("Robin Example");
        assertThat(ask("SELECT count(*) > 5 FROM child_token")).isEqualTo("t");

        TestDatabase.asOwner("DELETE FROM child WHERE id = '" + child + "'");

        assertThat(ask("SELECT count(*) FROM child_token")).isEqualTo("0");
    }

    private UUID child(String name) {
        return QuarkusTransaction.requiringNew().call(() -> children.create(name, Instant.now()));
    }

    /** As triage makes it. */
    private static UUID withCase(String name) {
        Sent sent = Sent.enquiry().put();
        Map<String, Object> triage = Staff.decision("open-case", "We will work on this with you");
        triage.put("children", List.of(Map.of("enquiryChildId", sent.children.get(0), "name", name)));
        String file = ADA.triages(sent, triage).then().statusCode(200).extract().path("cases[0].caseId");
        return UUID.fromString(ADA.sees("/v1/cases/" + file).path("childId"));
    }

    private static void change(UUID child, Map<String, Object> patch) {
        String path = "/v1/children/" + child;
        ADA.calls()
                .header("If-Match", ADA.tag(path))
                .body(patch)
                .patch(path)
                .then()
                .statusCode(200);
    }

    private static Response search(Map<String, Object> body) {
        return ADA.calls()
                .body(body)
                .post("/v1/children/searches")
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static List<UUID> found(String name) {
        return ids(search(Map.of("name", name)));
    }

    private static List<UUID> ids(Response page) {
        return page.<List<String>>path("items.id").stream()
                .map(UUID::fromString)
                .toList();
    }
}
