package uk.helpathand.casework.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.TestMail;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.fixture.Health;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.health.Gateways;

@QuarkusTest
class HealthTest extends ServiceTest {

    @TestHTTPResource(value = "/health", management = true)
    URI address;

    @Inject
    Gateways gateways;

    private Health health;

    @BeforeEach
    void quiet() {
        health = new Health(address);
        gateways.forget();
    }

    @Test
    void readiness_is_the_database_and_all_else_is_wellness() {
        assertThat(health.checks("ready")).containsExactly("database");
        assertThat(health.checks("live")).isEmpty();
        assertThat(health.checks("started")).isEmpty();
        assertThat(health.checks("well"))
                .containsExactly(
                        "alerts", "anchor", "audit-months", "break-glass", "gateways", "outbox", "parked", "silence");
        assertThat(health.status("well")).isEqualTo(200);
    }

    @Test
    void contact_service_away_for_minutes_is_not_well_until_it_answers_again() {
        FakeContactService.answers(call -> 503);
        ADA.acknowledges(Sent.enquiry().put()).then().statusCode(200);
        Wait.until("news", () -> told("contact-service").startsWith("no answer since"));
        assertThat(health.of("well", "gateways")).isEqualTo("UP");

        TestClock.advance(Duration.ofMinutes(3));

        assertThat(health.of("well", "gateways")).isEqualTo("DOWN");
        assertThat(health.status("ready")).isEqualTo(200);
        FakeContactService.reset();
        Wait.until("well", () -> told("contact-service").startsWith("answered at"));
        assertThat(health.of("well", "gateways")).isEqualTo("UP");
    }

    @Test
    void an_alert_that_cannot_be_mailed_is_not_well_and_says_how_late_it_is() {
        TestMail.stopListening();
        try {
            Sent.danger().put();
            Wait.until("news", () -> told("mail").startsWith("no answer since"));
            TestClock.advance(Duration.ofMinutes(3));

            assertThat(health.of("well", "alerts")).isEqualTo("DOWN");
            assertThat(Integer.parseInt(health.told("well", "alerts", "lateSeconds")))
                    .isBetween(180, 240);
            assertThat(health.of("well", "gateways")).isEqualTo("DOWN");
            assertThat(health.status("ready")).isEqualTo(200);
        } finally {
            TestMail.listenAgain();
        }
        Wait.until("mailed", () -> told("mail").startsWith("answered at"));
        assertThat(health.of("well", "alerts")).isEqualTo("UP");
    }

    @Test
    void an_alert_that_nobody_has_given_to_the_mail_is_not_well() {
        Sent.danger().put();
        Wait.until("mailed", () -> !TestMail.mails().isEmpty());

        // As when no replica's timer runs: due for long, never raised.
        TestDatabase.asOwner("UPDATE alert SET due_at = due_at - interval '25 minutes', raised_at = NULL");
        TestDatabase.asOwner("CREATE RULE nobody_raises AS ON UPDATE TO alert WHERE NEW.raised_at IS NOT NULL"
                + " DO INSTEAD NOTHING");
        try {
            assertThat(health.of("well", "alerts")).isEqualTo("DOWN");
        } finally {
            TestDatabase.asOwner("DROP RULE nobody_raises ON alert");
        }
    }

    @Test
    void an_alert_after_which_nobody_has_looked_is_not_well_until_somebody_does() {
        Sent sent = Sent.danger().put();
        Wait.until("mailed", () -> !TestMail.mails().isEmpty());
        assertThat(health.of("well", "alerts")).isEqualTo("UP");

        TestClock.advance(Duration.ofMinutes(31));
        Wait.until("all mailed", () -> TestMail.mails().size() == 3);

        assertThat(health.of("well", "alerts")).isEqualTo("DOWN");
        assertThat(Integer.parseInt(health.told("well", "alerts", "unansweredSeconds")))
                .isBetween(31 * 60, 33 * 60);
        ADA.acknowledges(sent).then().statusCode(200);
        assertThat(health.of("well", "alerts")).isEqualTo("UP");
    }

    @Test
    void when_nothing_has_come_in_for_far_longer_than_usual_it_is_not_well() {
        for (int i = 0; i < 20; i++) {
            Sent.enquiry().put();
        }
        assertThat(health.of("well", "silence")).isEqualTo("UP");

        TestClock.advance(Duration.ofHours(25));

        assertThat(health.of("well", "silence")).isEqualTo("DOWN");
    }

    @Test
    void what_is_refused_for_good_is_not_well() {
        FakeContactService.answers(call -> 400);
        ADA.acknowledges(Sent.enquiry().put()).then().statusCode(200);

        Wait.until("parked", () -> health.of("well", "parked").equals("DOWN"));
        assertThat(told("contact-service")).startsWith("answered at");
    }

    private String told(String gateway) {
        return health.told("well", "gateways", gateway);
    }
}
