package uk.helpathand.casework.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.casework.fixture.Staff.decision;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Urgency;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.TestMail;
import uk.helpathand.casework.fixture.TestMail.Mail;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.casework.fixture.Wait;

@QuarkusTest
class AlertTest extends ServiceTest {

    @Inject
    RaiseAlerts job;

    @BeforeEach
    void onMondayMorning() {
        TestClock.moveTo(Instant.parse("2026-11-23T10:00:00Z"));
    }

    @Test
    void at_once_and_after_10_and_20_minutes_the_next_person_is_called() {
        Sent sent = Sent.danger().put();

        assertThat(mailedTo(1)).containsExactly("ada@example.test");
        TestClock.advance(Duration.ofMinutes(9));
        Wait.aWhile();
        assertThat(TestMail.mails()).hasSize(1);
        TestClock.advance(Duration.ofMinutes(1));
        assertThat(mailedTo(2)).containsExactly("ada@example.test", "ben@example.test");
        TestClock.advance(Duration.ofMinutes(10));
        assertThat(mailedTo(3)).containsExactly("ada@example.test", "ben@example.test", "lea@example.test");
        TestClock.advance(Duration.ofHours(3));
        Wait.aWhile();

        assertThat(TestMail.mails()).hasSize(3);
        assertThat(TestMail.mails())
                .extracting(mail -> mail.text().strip())
                .containsExactly(
                        "An immediate enquiry " + sent.reference + " waits. Step 1 of 3.",
                        "An immediate enquiry " + sent.reference + " waits. Step 2 of 3.",
                        "An immediate enquiry " + sent.reference + " waits. Step 3 of 3.");
    }

    @Test
    void a_mail_holds_no_word_of_the_childs_and_no_link() {
        Sent sent = Sent.danger();
        sent.happening = "zebrafinch";
        sent.put();

        mailedTo(1);

        assertThat(TestMail.mails()).extracting(Mail::raw).allSatisfy(raw -> assertThat(raw)
                .doesNotContain("zebrafinch", "http", sent.id.toString(), sent.conversationId.toString()));
    }

    @Test
    void out_of_hours_the_others_are_called() {
        TestClock.moveTo(Instant.parse("2026-11-22T03:00:00Z"));
        Sent.danger().put();

        assertThat(mailedTo(1)).containsExactly("lea@example.test");
    }

    /** Ada has gone home at five. */
    @Test
    void when_the_hour_of_others_begins_the_first_of_them_is_called_next() {
        TestClock.moveTo(Instant.parse("2026-11-23T16:55:00Z"));
        Sent.danger().put();
        assertThat(mailedTo(1)).containsExactly("ada@example.test");

        TestClock.advance(Duration.ofMinutes(10));

        assertThat(mailedTo(2)).containsExactly("ada@example.test", "lea@example.test");
    }

    @Test
    void the_list_shows_what_is_due_for_whom_and_why() {
        Sent sent = Sent.danger().put();
        Wait.until("raised", () -> LEA.sees("/v1/alerts").path("items[0].raisedAt") != null);

        var alerts = LEA.sees("/v1/alerts");

        assertThat(alerts.<List<Integer>>path("items.step")).containsExactly(0, 1, 2);
        assertThat(alerts.<List<String>>path("items.person")).containsExactly("Ada", "Ben", "Lea");
        assertThat(alerts.<List<String>>path("items.reason")).containsOnly("said-not-safe");
        assertThat(alerts.<List<String>>path("items.enquiryId")).containsOnly(sent.id.toString());
        assertThat(alerts.<List<String>>path("items.enquiryReference")).containsOnly(sent.reference);
        assertThat(alerts.<List<String>>path("items.ownerKind")).containsOnly("queue");
        assertThat(alerts.<List<String>>path("items.raisedAt").subList(1, 3)).containsOnlyNulls();
        var page = LEA.sees("/v1/alerts?limit=2");
        assertThat(LEA.sees("/v1/alerts?limit=2&after=" + page.path("next")).<List<Integer>>path("items.step"))
                .containsExactly(2);
    }

    @Test
    void an_acknowledgement_stops_them() {
        Sent sent = Sent.danger().put();
        mailedTo(1);

        ADA.acknowledges(sent).then().statusCode(200);

        assertThat(openAlerts()).isZero();
        TestClock.advance(Duration.ofMinutes(30));
        Wait.aWhile();
        assertThat(TestMail.mails()).hasSize(1);
    }

    @Test
    void a_decision_stops_them_too() {
        Sent sent = Sent.danger().put();

        ADA.triages(sent, decision("open-case", "I am here")).then().statusCode(200);

        assertThat(openAlerts()).isZero();
    }

    @Test
    void what_is_not_immediate_calls_nobody() {
        Sent sent = Sent.enquiry().put();
        sent.write("I am not sure", Urgency.HIGH, "said-not-sure-safe");

        assertThat(openAlerts()).isZero();
    }

    @Test
    void a_new_danger_rearms_whatever_was_acknowledged() {
        Sent sent = Sent.danger().put();
        ADA.acknowledges(sent).then().statusCode(200);
        assertThat(openAlerts()).isZero();

        sent.write("He is back", Urgency.IMMEDIATE, "said-not-safe");

        assertThat(openAlerts()).isEqualTo(3);
        BEN.acknowledges(sent).then().statusCode(200);
        assertThat(openAlerts()).isZero();
    }

    @Test
    void a_danger_on_an_open_case_names_its_owner() {
        Sent sent = Sent.enquiry().put();
        BEN.opensCase(sent);

        sent.write("He is back", Urgency.IMMEDIATE, "said-not-safe");

        var alerts = ADA.sees("/v1/alerts");
        assertThat(alerts.<List<String>>path("items.ownerKind")).hasSize(3).containsOnly("adviser");
        assertThat(alerts.<List<String>>path("items.ownerId")).containsOnly("ben");
        assertThat(BEN.acknowledges(sent).<String>path("by")).isEqualTo("Ben");
        assertThat(openAlerts()).isZero();
        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<String>path("status")).isEqualTo("triaged");
    }

    @Test
    void a_danger_on_a_closed_case_is_the_leads() {
        Sent sent = Sent.enquiry().put();
        ADA.closes(ADA.opensCase(sent).get(0)).then().statusCode(200);

        sent.write("It began again", Urgency.IMMEDIATE, "said-not-safe");

        assertThat(LEA.sees("/v1/alerts").<List<String>>path("items.ownerKind"))
                .hasSize(3)
                .containsOnly("lead");
    }

    @Test
    void ten_dangers_in_a_minute_are_one_alarm_that_goes_on() {
        Sent sent = Sent.danger().put();
        for (int i = 0; i < 10; i++) {
            sent.write("please " + i, Urgency.IMMEDIATE, "said-not-safe");
        }

        assertThat(openAlerts()).isEqualTo(3);
        TestClock.advance(Duration.ofMinutes(20));
        assertThat(mailedTo(3))
                .as("also where several are late")
                .containsExactlyInAnyOrder("ada@example.test", "ben@example.test", "lea@example.test");
        sent.write("is nobody there", Urgency.IMMEDIATE, "said-not-safe");
        assertThat(mailedTo(4)).as("all were called, so it begins anew").hasSize(4);
    }

    @Test
    void many_replicas_raise_each_alert_once() {
        for (int i = 0; i < 30; i++) {
            Sent.danger().put();
        }

        Together.run(8, i -> {
            job.raiseDue();
            return i;
        });

        assertThat(mailedTo(30)).hasSize(30);
        Wait.aWhile();
        assertThat(TestMail.mails()).hasSize(30);
        assertThat(ask("SELECT count(*) FROM outbox")).isEqualTo("0");
    }

    private static int openAlerts() {
        return ADA.sees("/v1/alerts").<List<?>>path("items").size();
    }

    private static List<String> mailedTo(int count) {
        Wait.until(count + " mails", () -> TestMail.mails().size() >= count);
        return TestMail.mails().stream().map(Mail::to).toList();
    }
}
