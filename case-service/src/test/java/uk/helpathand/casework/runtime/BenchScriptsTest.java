package uk.helpathand.casework.runtime;

import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.audit.Audit;
import uk.helpathand.platform.fixture.BenchScript;
import uk.helpathand.platform.fixture.StatementLog;

/** deploy/bench compares this service with its own statements. */
@QuarkusTest
class BenchScriptsTest extends ServiceTest {

    @Test
    void the_queue_is_what_the_bench_says_it_is() {
        for (int i = 0; i < 51; i++) {
            Sent sent = Sent.enquiry();
            sent.reasons = java.util.List.of(new UrgencyReason(UrgencyReason.SAID_NOT_SAFE, sent.receivedAt));
            sent.put();
        }
        BenchScript.isWhatIsSent("queue.sql", StatementLog.of(() -> ADA.sees("/v1/enquiries")), Audit.INSERT);
    }

    @Test
    void one_enquiry_is_what_the_bench_says_it_is() {
        Sent sent = Sent.enquiry().put();
        BenchScript.isWhatIsSent(
                "enquiry.sql", StatementLog.of(() -> ADA.sees("/v1/enquiries/" + sent.id)), Audit.INSERT);
    }
}
