package uk.helpathand.contact.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.TestDatabase;

/** When somebody comes back with the code for the first time. */
@QuarkusTest
class FirstReturnTest {

    private static final String BEGUN = "helpathand_conversations_begun_total";
    private static final String RETURNED = "helpathand_conversations_returned_total";
    private static final String TIMED = "helpathand_conversations_first_return_seconds_count";

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void it_is_counted_and_handed_over_once_however_often_they_come() {
        double begun = metric(BEGUN);
        double returned = metric(RETURNED);
        double timed = metric(TIMED);
        String code = Visitor.modern().send("help");
        Visitor.modern().send("another, who never comes back");
        open("apple river stone cloud 0000");
        assertThat(TestDatabase.ask("SELECT count(first_returned_at) FROM conversation"))
                .isEqualTo("0");

        open(code);
        String first = TestDatabase.ask("SELECT max(first_returned_at) FROM conversation");
        open(code);
        settled();

        assertThat(TestDatabase.ask("SELECT max(first_returned_at) FROM conversation"))
                .isNotNull()
                .isEqualTo(first);
        assertThat(FakeCaseService.calls("/first-return")).hasSize(1);
        assertThat(new JsonPath(FakeCaseService.calls("/first-return").get(0).body()).getString("at"))
                .isNotNull();
        assertThat(metric(BEGUN)).isEqualTo(begun + 2);
        assertThat(metric(RETURNED)).isEqualTo(returned + 1);
        assertThat(metric(TIMED)).isEqualTo(timed + 1);
    }

    @Test
    void what_is_not_committed_is_not_counted() {
        double begun = metric(BEGUN);
        TestDatabase.asOwner("ALTER TABLE enquiry ADD CONSTRAINT ck_broken CHECK (false) NOT VALID");
        try {
            assertThat(Visitor.modern().ask("happening", "help").status()).isGreaterThanOrEqualTo(500);
        } finally {
            TestDatabase.asOwner("ALTER TABLE enquiry DROP CONSTRAINT ck_broken");
        }
        assertThat(metric(BEGUN)).isEqualTo(begun);
    }

    private static void open(String code) {
        Visitor.modern().post("/messages", Map.of(), "code", code);
    }

    private double metric(String name) {
        return given().get(metrics)
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static void settled() {
        Wait.until("outbox empty", () -> "0".equals(TestDatabase.ask("select count(*) from outbox")));
    }
}
