package uk.helpathand.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
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

    @BeforeEach
    void longOutage() {
        TestDatabase.fill(BACKLOG);
    }

    @Test
    void a_claim_reads_the_few_rows_it_takes() {
        QueryPlan plan = QueryPlan.carriedOut(claim("now()"));

        assertThat(plan.text()).contains("rows=1 loops=1)");
        assertThat(plan.rowsRemoved()).as(plan.text()).isLessThanOrEqualTo(10);
    }

    @Test
    void a_claim_follows_the_index_of_what_is_due_whatever_the_moment() {
        assertThat(QueryPlan.forAnyValues(claim("?")).text())
                .contains("Index Scan using ix_outbox_next_attempt_at on outbox o")
                .doesNotContain("Sort", "Seq Scan", "Hash");
    }

    private static String claim(String now) {
        return OutboxMessage.CLAIM.replace(":now", now).replace(":most", "1");
    }
}
