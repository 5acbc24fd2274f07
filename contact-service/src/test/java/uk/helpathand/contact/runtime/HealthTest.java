package uk.helpathand.contact.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.NewEnquiry;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.Health;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.health.Gateways;

@QuarkusTest
class HealthTest {

    private static final SafeContact BY_CODE = new SafeContact(1, ReplyBy.CODE, null, null, null, List.of(), null);

    @TestHTTPResource(value = "/health", management = true)
    URI address;

    @Inject
    Enquiries enquiries;

    @Inject
    Gateways gateways;

    private Health health;

    @BeforeEach
    void quiet() {
        health = new Health(address);
        FakeCaseService.reset();
        TestDatabase.empty();
        gateways.forget();
    }

    @Test
    void readiness_is_the_database_and_all_else_is_wellness() {
        assertThat(health.checks("ready")).containsExactly("database");
        assertThat(health.checks("live")).isEmpty();
        assertThat(health.checks("started")).isEmpty();
        assertThat(health.checks("well"))
                .containsExactly("anchor", "audit-months", "gateways", "outbox", "parked", "silence");
        assertThat(health.status("well")).isEqualTo(200);
    }

    @Test
    void case_service_away_is_not_well_until_it_answers_again_and_the_pages_stay_ready() {
        assertThat(health.told("well", "gateways", "case-service")).isIn("", "no news");
        FakeCaseService.answers(call -> 503);
        send();

        Wait.until("not well", () -> health.of("well", "gateways").equals("DOWN"));
        assertThat(health.told("well", "gateways", "case-service")).startsWith("no answer since");
        assertThat(health.status("well")).isEqualTo(503);
        assertThat(health.status("ready")).isEqualTo(200);

        FakeCaseService.answers(call -> 204);
        Wait.until("well", () -> health.of("well", "gateways").equals("UP"));
        assertThat(health.told("well", "gateways", "case-service")).startsWith("answered at");
    }

    @Test
    void a_refusal_is_an_answer_and_what_was_refused_is_parked() {
        FakeCaseService.answers(call -> 400);
        send();

        Wait.until("parked", () -> health.of("well", "parked").equals("DOWN"));
        assertThat(health.told("well", "gateways", "case-service")).startsWith("answered at");
        assertThat(health.status("ready")).isEqualTo(200);
    }

    @Test
    void when_nobody_has_written_for_far_longer_than_usual_it_is_not_well() {
        for (int i = 0; i < 20; i++) {
            send();
        }
        assertThat(health.of("well", "silence")).isEqualTo("UP");

        TestDatabase.asOwner("UPDATE enquiry SET received_at = received_at - interval '25 hours'");

        assertThat(health.of("well", "silence")).isEqualTo("DOWN");
        send();
        assertThat(health.of("well", "silence")).isEqualTo("UP");
    }

    private void send() {
        enquiries.receive(UUID.randomUUID().toString(), null, null, new NewEnquiry("help", null, null, BY_CODE, "en"));
    }
}
