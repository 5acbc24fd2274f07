package uk.helpathand.contact.sms;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.platform.fixture.BenchScript;
import uk.helpathand.platform.fixture.StatementLog;

/** What one text that begins an enquiry costs the database. */
@QuarkusTest
class TextStatementsTest {

    @BeforeEach
    void empty() {
        new TextsInPlay();
    }

    @Test
    void a_text_is_received_by_nine_inserts() {
        assertThat(sent().stream()
                        .map(sql -> sql.split(" \\(")[0].toLowerCase())
                        .filter(sql -> sql.startsWith("insert")))
                .containsExactlyInAnyOrder(
                        "insert into phone_route",
                        "insert into data_key",
                        "insert into conversation",
                        "insert into message",
                        "insert into enquiry",
                        "insert into outbox",
                        "insert into provider_event",
                        "insert into outgoing_text",
                        "insert into outbox");
    }

    @Test
    void they_are_what_the_bench_says_they_are() {
        BenchScript.isWhatIsSent("text.sql", sent());
        // It would not go through Hibernate, and so not be among them.
        assertThat(TextsInPlay.count("audit")).as("rows of the audit").isZero();
    }

    private static List<String> sent() {
        return StatementLog.of(() -> TextsInPlay.text(TextsInPlay.CHILD, "they r moving me friday"));
    }
}
