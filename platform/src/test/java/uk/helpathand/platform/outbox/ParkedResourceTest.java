package uk.helpathand.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.platform.application.HttpTest;
import uk.helpathand.platform.fixture.Caller.Answer;
import uk.helpathand.platform.fixture.TestDatabase;

@QuarkusTest
class ParkedResourceTest extends HttpTest {

    private final UUID stream = UUID.randomUUID();

    @Inject
    Clock clock;

    @Inject
    OutboxMetrics outboxMetrics;

    @Test
    void a_lead_sees_what_is_parked_page_by_page_oldest_first() {
        park(5);
        var seen = new ArrayList<String>();
        String next = "";
        do {
            Answer page = list("?limit=2" + (next.isEmpty() ? "" : "&after=" + next));
            seen.addAll(page.json().path("items").findValuesAsText("attempts"));
            assertThat(page.json().path("items").size()).isLessThanOrEqualTo(2);
            assertThat(page.json().path("next").isNull()).isFalse();
            next = page.json().path("next").asText();
        } while (!next.isEmpty());

        assertThat(seen).containsExactly("1", "2", "3", "4", "5");
        assertThat(count("audit WHERE action = 'outbox.list-parked'")).isEqualTo(3);
    }

    @Test
    void what_is_parked_says_what_and_why_and_nothing_of_a_person() {
        park(1);

        Answer page = list("");

        assertThat(page.json().at("/items/0").properties())
                .extracting(property -> property.getKey())
                .containsExactlyInAnyOrder("id", "kind", "subjectId", "attempts", "reason", "createdAt", "parkedAt");
        assertThat(page.json().at("/items/0/reason").asText()).isEqualTo("HTTP 404");
    }

    @Test
    void a_retry_puts_it_back_to_work_once() {
        park(1);
        String id = TestDatabase.ask("SELECT id FROM outbox");

        assertThat(retry(id).status()).isEqualTo(204);
        assertThat(retry(id).status()).isEqualTo(204);

        assertThat(count("outbox WHERE parked_at IS NULL AND next_attempt_at <= now()"))
                .isOne();
        assertThat(list("").json().path("items")).isEmpty();
        assertThat(count("audit WHERE action = 'outbox.retry'")).isEqualTo(2);
    }

    @Test
    void a_retry_of_nothing_is_404() {
        assertThat(retry(NOBODYS_ID).problem()).isEqualTo("not-found");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "MXwy",
                "KzEwMDAwMDAwMDAtMTItMzFUMjM6NTk6NTkuOTk5OTk5OTk5WnwwMTkwYTAwMC0wMDAwLTcwMDAtODAwMC0wMDAwMDAwMDAwMDA"
            })
    void a_cursor_of_nobody_is_malformed(String after) {
        assertThat(list("?after=" + after).problem()).isEqualTo("malformed-request");
    }

    @Test
    void how_much_waits_and_is_parked_is_in_the_metrics() {
        park(2);
        Streams.owe(clock, UUID.randomUUID(), 1, 2, 3);

        outboxMetrics.read();

        assertThat(metrics().lines()).contains("helpathand_outbox_parked 2.0", "helpathand_outbox_waiting 3.0");
    }

    private void park(int rows) {
        for (int i = 1; i <= rows; i++) {
            Streams.owe(clock, stream, i);
        }
        TestDatabase.asOwner("UPDATE outbox SET parked_at = now() - interval '1 hour' + sequence * interval '1 second',"
                + " attempts = sequence, last_failure = 'HTTP 404'");
    }

    private Answer list(String query) {
        return caller.call("GET", "/v1/outbox/parked" + query).as(lead()).send();
    }

    private Answer retry(String id) {
        return caller.call("POST", "/v1/outbox/parked/" + id + "/retries")
                .as(lead())
                .send();
    }
}
