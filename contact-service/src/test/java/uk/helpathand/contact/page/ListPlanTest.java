package uk.helpathand.contact.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.platform.fixture.CarriedOut;
import uk.helpathand.platform.fixture.ListOperations;
import uk.helpathand.platform.fixture.QueryPlan;
import uk.helpathand.platform.fixture.StatementLog;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/**
 * What a child does costs the same however many have written before: every statement that a page sends, explained for any
 * values, as the app role, with {@link Sample} in the tables.
 */
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
class ListPlanTest {

    private static final List<String> LISTS = List.of("/v1/outbox/parked");

    private static final String MAY_FILTER =
            "using (pk_reading_session|ux_conversation_code_hash|ux_message_conversation_id_sequence) on";

    @TestHTTPResource
    URI service;

    private boolean filled;

    /** Once for the class: it takes longer than all the questions. */
    @BeforeEach
    void manyYears() {
        if (!filled) {
            FakeCaseService.reset();
            TestDatabase.empty();
            TestDatabase.fill(Sample.SQL);
            filled = true;
        }
    }

    @Test
    void the_parked_are_read_a_page_at_a_time() {
        String next = parked("?limit=5").then().statusCode(200).extract().path("next");
        assertThat(next).as("there are more than one page").isNotNull();

        List<QueryPlan> plans = read(
                StatementLog.of(() -> parked("?limit=5&after=" + next).then().statusCode(200)));

        assertThat(plans).hasSize(1).allSatisfy(QueryPlan::readsOnlyItsPage);
        assertThat(CarriedOut.of(() -> parked("").then().statusCode(200)))
                .hasSize(1)
                .allSatisfy(plan -> assertThat(plan.rowsRemoved()).isZero());
    }

    @Test
    void every_list_of_the_contract_is_looked_at() {
        assertThat(ListOperations.beyond(service, LISTS)).isEmpty();
    }

    @Test
    void sending_and_what_is_shown_after_it_read_from_indexes() {
        var child = Visitor.modern();
        List<String> statements = StatementLog.of(() -> {
            assertThat(child.ask("happening", "they r moving me").status()).isEqualTo(303);
            assertThat(child.get("/sent").code()).isNotNull();
            assertThat(child.post("/more", child.get("/more").hidden(), "name", "Kim")
                            .status())
                    .isEqualTo(200);
        });

        assertThat(read(statements)).hasSizeGreaterThan(5).allSatisfy(ListPlanTest::readsFew);
    }

    @Test
    void a_thread_is_read_and_written_to_from_indexes() {
        String code = Visitor.modern().send("they r moving me");
        var child = Visitor.modern();
        var thread = new ArrayList<Map<String, String>>();
        List<String> statements = StatementLog.of(() -> {
            child.post("/messages", Map.of(), "code", code);
            thread.add(child.get("/messages").hidden());
            child.post("/messages", thread.get(0), "text", "are you there");
            assertThat(child.get("/messages").body()).contains("are you there");
        });

        assertThat(read(statements)).hasSizeGreaterThan(10).allSatisfy(ListPlanTest::readsFew);
    }

    /** No sort and no scan. Read and thrown away is at most one row, or what the other side has said on one thread. */
    private static void readsFew(QueryPlan plan) {
        assertThat(plan.text()).contains("Index").doesNotContain("Seq Scan", "Sort");
        if (plan.text().contains("Filter")) {
            assertThat(plan.text()).containsPattern(MAY_FILTER);
        }
    }

    private static Response parked(String query) {
        return given().auth().oauth2(TestRealm.token("lea", "lead")).get("/v1/outbox/parked" + query);
    }

    private static List<QueryPlan> read(List<String> statements) {
        return statements.stream()
                .filter(sql -> sql.startsWith("select "))
                .map(QueryPlan::forAnyValues)
                .toList();
    }
}
