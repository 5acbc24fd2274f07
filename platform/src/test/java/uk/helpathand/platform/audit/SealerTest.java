package uk.helpathand.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.QueryPlan;
import uk.helpathand.platform.fixture.TestDatabase;

/** Every row is sealed once, whenever its transaction ends; trap 20 for the audit. */
@QuarkusTest
class SealerTest extends HttpTest {

    private static final int WRITERS = 6;
    private static final int EACH = 40;

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private Chain chain;

    @BeforeEach
    void begin() {
        chain = new Chain(folder.resolve("anchors"), clock);
    }

    @Test
    void rows_are_sealed_in_ranges_that_follow_each_other() throws SQLException {
        assertThat(chain.sealer.sealAll()).isEqualTo(Sealer.Outcome.NOTHING);
        Chain.write(3);
        chain.sealRest();
        Chain.write(2);
        chain.sealRest();

        assertThat(TestDatabase.ask("SELECT string_agg(concat_ws(' ', sequence, row_count, total_count), ', '"
                        + " ORDER BY sequence) FROM audit_seal"))
                .isEqualTo("1 3 3, 2 2 5");
        assertThat(TestDatabase.ask("SELECT (SELECT before_xact FROM audit_seal WHERE sequence = 1)"
                        + " = (SELECT from_xact FROM audit_seal WHERE sequence = 2)"))
                .isEqualTo("t");
    }

    @Test
    void what_a_transaction_wrote_that_was_open_for_long_is_sealed_late_and_not_skipped() throws SQLException {
        try (Connection slow = DriverManager.getConnection(TestDatabase.url(), "app", "app");
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(Chain.insert(1));
            Chain.write(2);
            assertThat(chain.sealer.sealAll()).isEqualTo(Sealer.Outcome.WAITING);
            Chain.write(2);
            assertThat(chain.sealer.sealAll()).isEqualTo(Sealer.Outcome.WAITING);
            assertThat(count("audit_seal")).isZero();
            slow.commit();
        }

        chain.sealRest();
        assertThat(chain.verify().sealed()).isEqualTo(5);
        assertThat(chain.verify().unsealed()).isZero();
        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void no_transaction_is_parted_between_two_seals() throws SQLException {
        chain = new Chain(folder.resolve("anchors"), clock, 4);
        Chain.write(10);
        Chain.write(3);
        Chain.write(3);
        Chain.write(3);

        chain.sealRest();

        assertThat(TestDatabase.ask("SELECT string_agg(row_count::text, ' ' ORDER BY sequence) FROM audit_seal"))
                .isEqualTo("10 6 3");
        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void with_many_writers_and_several_replicas_every_row_is_sealed_once() throws Exception {
        var writing = new AtomicBoolean(true);
        var failures = new ArrayList<Exception>();
        List<Thread> sealers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            var replica = new Chain(folder.resolve("anchors"), clock, 7);
            sealers.add(start(failures, () -> {
                while (writing.get()) {
                    replica.round();
                }
            }));
        }
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < WRITERS; i++) {
            int number = i;
            writers.add(start(failures, () -> writeSlowly(new Random(number))));
        }
        join(writers);
        writing.set(false);
        join(sealers);
        chain.sealRest();

        assertThat(failures).isEmpty();
        long kept = count("audit");
        assertThat(kept).isGreaterThan(WRITERS * EACH / 2);
        assertThat(count("audit_seal")).isGreaterThan(3);
        assertThat(chain.verify().sealed()).isEqualTo(kept);
        assertThat(chain.findings()).isEmpty();
    }

    /** Some wait before they commit, and every seventh is rolled back. */
    private static void writeSlowly(Random random) throws Exception {
        try (Connection connection = DriverManager.getConnection(TestDatabase.url(), "app", "app");
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int i = 1; i <= EACH; i++) {
                statement.execute(Chain.insert(1 + random.nextInt(3)));
                if (i % 4 == 0) {
                    Thread.sleep(random.nextInt(25));
                }
                if (i % 7 == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
    }

    @Test
    void rows_are_read_in_order_from_the_index_of_transactions() {
        TestDatabase.fill(Chain.insert(20_000));
        String sql = SealedRows.SELECT.replaceFirst("\\?", "'0'").replaceFirst("\\?", "'9999999'");

        QueryPlan plan = QueryPlan.carriedOut(sql, SealedRows.BY_INDEX_IN_ORDER);

        assertThat(plan.text())
                .contains("Merge Append", "xact_id_at_id_idx")
                .doesNotContain("Seq Scan", "Filter", "Sort  (");
    }

    /** 9 comes before 10. */
    @Test
    void transactions_are_in_the_order_of_their_numbers() throws SQLException {
        long[] xacts = {9, 10, 99, 100, 1000};
        for (long xact : xacts) {
            TestDatabase.asOwner("INSERT INTO audit (id, at, actor, actor_roles, action, outcome, subject_kind,"
                    + " subject_ids, xact_id) VALUES (gen_random_uuid(), now(), 'a', '{}', 'a', 'done', 'a', '{}', '"
                    + xact + "')");
        }
        var read = new ArrayList<Long>();
        try (Connection connection = Chain.database().getConnection()) {
            connection.setAutoCommit(false);
            SealedRows.read(connection, 0, 1001, (xact, canonical) -> read.add(xact));
        }

        assertThat(read).containsExactly(9L, 10L, 99L, 100L, 1000L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE audit_seal SET hash = hash",
                "DELETE FROM audit_seal",
                "TRUNCATE audit_seal",
                "INSERT INTO audit (id, at, actor, actor_roles, action, outcome, subject_kind, subject_ids, xact_id)"
                        + " VALUES (gen_random_uuid(), now(), 'a', '{}', 'a', 'done', 'a', '{}', '3')",
            })
    void the_service_can_only_add_and_not_say_when(String sql) throws SQLException {
        TestDatabase.asOwner(TestDatabase.AUDIT_WRITABLE);
        try (Connection connection = DriverManager.getConnection(TestDatabase.url(), "app", "app");
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("permission denied");
        }
    }

    @Test
    void every_column_of_a_row_takes_part() {
        String[] columns = TestDatabase.ask("SELECT string_agg(attname, ' ' ORDER BY attnum) FROM pg_attribute"
                        + " WHERE attrelid = 'audit'::regclass AND attnum > 0 AND NOT attisdropped")
                .split(" ");

        int last = 0;
        for (String column : columns) {
            int place = SealedRows.CANONICAL.indexOf(column, last);
            assertThat(place).as(column).isGreaterThanOrEqualTo(last);
            last = place;
        }
        assertThat(columns).hasSize(10);
    }

    /** What may fail. */
    interface Work {
        void run() throws Exception;
    }

    private static Thread start(List<Exception> failures, Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                synchronized (failures) {
                    failures.add(e);
                }
            }
        });
        thread.start();
        return thread;
    }

    private static void join(List<Thread> threads) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
