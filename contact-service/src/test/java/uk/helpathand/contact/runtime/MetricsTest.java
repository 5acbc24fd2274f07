package uk.helpathand.contact.runtime;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.NewEnquiry;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.MetricsDoc;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class MetricsTest {

    private static final SafeContact BY_CODE = new SafeContact(1, ReplyBy.CODE, null, null, null, List.of(), null);

    @TestHTTPResource(value = "/metrics", management = true)
    URI metrics;

    @Inject
    Enquiries enquiries;

    @Test
    void the_page_on_operations_describes_what_is_exported() {
        FakeCaseService.reset();
        TestDatabase.empty();
        given().get("/v1/outbox/parked").then().statusCode(401);
        enquiries.receive(UUID.randomUUID().toString(), null, null, new NewEnquiry("help", null, null, BY_CODE, "en"));
        Wait.until("handed over", () -> "0".equals(TestDatabase.ask("SELECT count(*) FROM outbox")));

        MetricsDoc.assertTellsOf(
                "contact-service",
                given().get(metrics).then().statusCode(200).extract().asString());
    }
}
