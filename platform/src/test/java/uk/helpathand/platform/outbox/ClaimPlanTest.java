package uk.helpathand.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.QueryPlan;
import uk.helpathand.platform.fixture.TestDatabase;

/** When the other service has been away for hours 100,000 rows wait, and a claim still looks at a handful. */
@QuarkusTest
class ClaimPlanTest extends HttpTest {

    /** Five rows to a stream. All wait for another try of their first, as a relay leaves them, but for every hundredth. */
    private static final String BACKLOG = """
            INSERT INTO outbox (id, kind, subject_id, stream_id, sequence, created_at, next_attempt_at, attempts)
                SELECT gen_random_uuid(), 'test-kind', gen_random_uuid(), md5('stream' || n / 5)::uuid, 1 + n % 5,
                    now() - interval '1 hour',
                    now() + CASE WHEN n / 5 % 100 = 0 THEN -1 ELSE 1 END * n / 5 % 60 * interval '1 second',
                    CASE WHEN n % 5 = 0 THEN 9 ELSE 0 END
                FROM generate_series(0, 99999) n
            """;

    @Test
    void a_claim_reads_the_few_rows_it_takes() {
        TestDatabase.fill(BACKLOG);

        readsFew(claim(OutboxMessage.CLAIM), "ix_outbox_next_attempt_at");
    }

    @Test
    void a_claim_finds_the_one_that_is_urgent_without_a_look_at_the_others() {
        TestDatabase.fill(BACKLOG);
        TestDatabase.asOwner("UPDATE outbox SET urgent = true, next_attempt_at = now() - interval '1 second' WHERE id ="
                + " (SELECT id FROM outbox WHERE sequence = 1 AND next_attempt_at > now() LIMIT 1)");

        readsFew(claim(OutboxMessage.CLAIM_URGENT), "ix_outbox_urgent");
    }

    @Test
    void a_claim_sees_at_once_that_nothing_is_urgent() {
        TestDatabase.fill(BACKLOG);

        QueryPlan plan = claim(OutboxMessage.CLAIM_URGENT);

        assertThat(plan.text())
                .contains("Index Scan using ix_outbox_urgent on outbox o")
                .doesNotContain("Sort");
        assertThat(plan.rowsRemoved()).as(plan.text()).isZero();
    }

    @Test
    void a_claim_reads_few_rows_even_when_the_database_believes_that_there_are_none() {
        TestDatabase.asOwner("ANALYZE outbox");
        TestDatabase.asOwner(BACKLOG);
        TestDatabase.asOwner("DELETE FROM outbox WHERE sequence > 2");

        QueryPlan first = claim(OutboxMessage.CLAIM);
        readsFew(first, "ix_outbox_next_attempt_at");
        assertThat(first.text()).doesNotContain("Bitmap", "Seq Scan");
    }

    private static void readsFew(QueryPlan plan, String index) {
        assertThat(plan.text())
                .contains("rows=1 loops=1)", "Index Scan using " + index + " on outbox o")
                .doesNotContain("Sort");
        assertThat(plan.rowsRemoved()).as(plan.text()).isLessThanOrEqualTo(10);
    }

    private static QueryPlan claim(String claim) {
        return QueryPlan.carriedOut(
                claim.replace(":now", "now()").replace(":most", "1"), OutboxMessage.BY_INDEX_IN_ORDER);
    }
}
