package uk.helpathand.journeys.canary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.Arrival;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Eventually;

/**
 * Names, numbers, sentences and codes are sent in on every way there is, also the wrong ones and while things fail. None of
 * them may stand in a log, a span, a metric, a mail, an error, an address, or in clear where the record promises to lock it.
 */
@ExtendWith(RunningWhole.class)
class CanaryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Whole whole;
    private final Canaries canaries = new Canaries();

    CanaryIT(Whole whole) {
        this.whole = whole;
    }

    @Test
    void nothingOfWhatWasSentIsLeftBehind() {
        new ChildCanaries(whole, canaries).send();
        new TeamCanaries(whole, canaries).send();
        whileTheRecordFails();
        whileTheChannelFails();
        new Arrival(whole).nothingIsOwed(PATIENCE);

        var traces = new Traces(whole);
        theSearchReads(traces);
        traces.all().forEach(canaries::notIn);
        canaries.notInWhatWasSaid();
        traces.rows("contact").forEach(canaries::notIn);
        traces.rows("casework").forEach(canaries::noIdentityIn);
    }

    /** A search that reads nothing finds nothing. */
    private void theSearchReads(Traces traces) {
        assertThat(traces.all())
                .containsKeys(
                        "contact-service.log", "case-service.log", "postgres.log", "keycloak.log", "spans", "mails")
                .allSatisfy((where, text) -> assertThat(text).as(where).isNotBlank());
        assertThat(traces.all().get("mails")).contains(Whole.ON_DUTY);
        canaries.somewhereIn("the record", traces.rows("casework").get("casework.message"));
        assertThat(traces.rows("contact").get("contact.message")).contains("\\x");
    }

    /** With a constraint that no row meets, PostgreSQL offers the whole row for the log. */
    private void whileTheRecordFails() {
        refuseRows("casework", "message");
        try {
            whole.phone().write(canaries.sentence("while the record fails"));
            Eventually.holds(
                    "a hand-over that failed",
                    () -> whole.count("contact", "SELECT count(*) FROM outbox WHERE last_failure IS NOT NULL") > 0);
        } finally {
            takeRows("casework", "message");
        }
    }

    private void whileTheChannelFails() {
        var phone = whole.phone();
        var form = phone.askForm(Map.of(
                "happening", canaries.sentence("while the channel fails"), "number", canaries.number("the same")));
        refuseRows("contact", "enquiry");
        try {
            var refused = phone.post("/ask", form);
            assertThat(refused.status()).isGreaterThanOrEqualTo(500);
        } finally {
            takeRows("contact", "enquiry");
        }
        phone.sendUntilTaken(form);
    }

    private void refuseRows(String database, String table) {
        whole.execute(database, "ALTER TABLE " + table + " ADD CONSTRAINT no_row CHECK (false) NOT VALID");
    }

    private void takeRows(String database, String table) {
        whole.execute(database, "ALTER TABLE " + table + " DROP CONSTRAINT no_row");
    }
}
