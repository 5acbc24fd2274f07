package uk.helpathand.casework.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.fixture.BenchScript;
import uk.helpathand.platform.fixture.StatementLog;
import uk.helpathand.platform.fixture.TestDatabase;

/** deploy/bench compares this service with its own statements. */
@QuarkusTest
class BenchScriptsTest extends ServiceTest {

    @Test
    void the_queue_is_what_the_bench_says_it_is() {
        for (int i = 0; i < 51; i++) {
            Sent sent = Sent.enquiry();
            sent.reasons = List.of(new UrgencyReason(UrgencyReason.SAID_NOT_SAFE, sent.receivedAt));
            sent.put();
        }
        isWhatIsSent("queue.sql", "/v1/enquiries");
    }

    @Test
    void one_enquiry_is_what_the_bench_says_it_is() {
        Sent sent = Sent.enquiry().put();
        isWhatIsSent("enquiry.sql", "/v1/enquiries/" + sent.id);
    }

    /** The row of the audit goes past Hibernate and so past the log of statements: that there is one is looked up. */
    private static void isWhatIsSent(String script, String path) {
        long before = auditRows();
        List<String> sent = StatementLog.of(() -> ADA.sees(path));

        assertThat(auditRows() - before).as("rows of the audit for " + path).isEqualTo(1);
        BenchScript.isWhatIsSent(script, sent, Audit.INSERT);
    }

    /** Of what somebody asked for. */
    private static long auditRows() {
        return Long.parseLong(
                TestDatabase.ask("SELECT count(*) FROM audit WHERE actor <> '%s'".formatted(Audit.SYSTEM)));
    }
}
