package uk.helpathand.casework.runtime;

import static io.restassured.RestAssured.given;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.fixture.MetricsDoc;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class MetricsTest extends ServiceTest {

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Test
    void the_page_on_operations_describes_what_is_exported() {
        given().get("/v1/enquiries").then().statusCode(401);
        ADA.acknowledges(Sent.danger().put()).then().statusCode(200);
        Wait.until("handed over", () -> "0".equals(TestDatabase.ask("SELECT count(*) FROM outbox")));

        MetricsDoc.assertTellsOf(
                "case-service",
                given().get(metrics).then().statusCode(200).extract().asString());
    }
}
