package uk.helpathand.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.platform.fixture.TestDatabase.asOwner;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class AnchorsTest extends HttpTest {

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private Chain chain;

    @BeforeEach
    void begin() {
        chain = new Chain(folder.resolve("anchors"), clock);
    }

    @Test
    void each_new_head_is_told_at_once_and_an_old_one_now_and_then() throws IOException {
        chain.round();
        chain.rounds(2);
        chain.round();
        assertThat(sequences()).containsExactly(0L, 1L, 2L);

        clock.pass(Duration.ofSeconds(21));
        chain.round();
        chain.round();

        assertThat(sequences()).containsExactly(0L, 1L, 2L, 2L);
        assertThat(chain.findings()).isEmpty();
    }

    @Test
    void while_a_transaction_holds_the_seals_back_nothing_is_said() throws Exception {
        chain.rounds(1);
        try (Connection slow = DriverManager.getConnection(TestDatabase.url(), "app", "app");
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute(Chain.insert(1));
            Chain.write(1);
            clock.pass(Duration.ofSeconds(90));

            assertThat(chain.round()).isEqualTo(Sealer.Outcome.WAITING);

            assertThat(sequences()).containsExactly(1L);
            slow.commit();
        }
        chain.roundThatSeals();
        assertThat(sequences()).containsExactly(1L, 2L);
    }

    @Test
    void nothing_is_told_against_what_was_told() throws IOException {
        chain.rounds(3);
        asOwner("DELETE FROM audit WHERE xact_id >= (SELECT from_xact FROM audit_seal WHERE sequence = 3);"
                + "DELETE FROM audit_seal WHERE sequence = 3");
        clock.pass(Duration.ofSeconds(30));

        chain.round();
        chain.rounds(3);

        assertThat(sequences()).containsExactly(1L, 2L, 3L);
        assertThat(Duration.between(chain.anchors.newest().orElseThrow(), clock.instant()))
                .isGreaterThan(Duration.ofSeconds(29));
    }

    @Test
    void without_a_store_it_seals_and_says_nothing() throws Exception {
        var none = new Anchors(Chain.database(), null, Duration.ofSeconds(20), clock);

        none.anchor(false);

        assertThat(none.newest()).isEmpty();
    }

    @Test
    void after_a_crash_in_the_middle_of_a_line_it_goes_on() throws IOException {
        chain.rounds(2);
        Path file = folder.resolve("anchors");
        Files.writeString(file, Files.readString(file).stripTrailing().substring(0, 150));

        chain.rounds(1);

        assertThat(sequences()).containsExactly(1L, 3L);
        assertThat(chain.findings()).isEmpty();
    }

    private List<Long> sequences() throws IOException {
        List<Long> sequences = new ArrayList<>();
        chain.store.list(kept -> sequences.add(Anchor.parse(kept).orElseThrow().sequence()));
        return sequences;
    }
}
