package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.platform.fixture.BenchScript;
import uk.helpathand.platform.fixture.StatementLog;
import uk.helpathand.platform.fixture.TestDatabase;

/** What one child's message costs the database. */
@QuarkusTest
class AskStatementsTest {

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void a_message_is_received_by_five_inserts_and_no_row_is_written_twice() {
        assertThat(sent().stream().map(sql -> sql.split(" \\(")[0]).filter(sql -> !sql.startsWith("select")))
                .containsExactlyInAnyOrder(
                        "insert into data_key",
                        "insert into conversation",
                        "insert into message",
                        "insert into enquiry",
                        "insert into outbox");
    }

    @Test
    void they_are_what_the_bench_says_they_are() {
        BenchScript.isWhatIsSent("ask.sql", sent());
        // It would not go through Hibernate, and so not be among them.
        assertThat(TestDatabase.ask("SELECT count(*) FROM audit"))
                .as("rows of the audit")
                .isEqualTo("0");
    }

    private static List<String> sent() {
        var child = Visitor.modern();
        var form = child.get("/ask").hidden();
        return StatementLog.of(() -> assertThat(child.post("/ask", form, "happening", "they r moving me")
                                .status())
                        .isEqualTo(303))
                .stream()
                .map(sql -> sql.replace("SELECT", "select"))
                .toList();
    }
}
