package uk.helpathand.casework.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.platform.fixture.TestDatabase;

/** A hundred messages of the greatest length are read a part at a time, however many are asked for. */
@QuarkusTest
class LongMessagesTest {

    private static final int MESSAGES = 100;
    private static final int MOST_BYTES = 1_000_000;

    /** In letters of four bytes; every tenth is a short one. */
    private static final String LONG_ONES = """
            INSERT INTO message (id, conversation_id, sequence, author, text, altered, sent_at)
            SELECT gen_random_uuid(), '%s', 100 + n, 'child', CASE WHEN n %% 10 = 0 THEN 'short' ELSE repeat('😭', 20000) END,
                false, now() + n * interval '1 second'
            FROM generate_series(1, %d) n
            """;

    private Sent sent;
    private UUID caseId;

    @BeforeEach
    void aLongThread() {
        TestClock.reset();
        FakeContactService.reset();
        TestDatabase.empty();
        sent = Sent.enquiry().put();
        caseId = ADA.opensCase(sent).get(0);
        TestDatabase.fill(LONG_ONES.formatted(sent.conversationId, MESSAGES));
    }

    @Test
    void a_thread_comes_in_parts_that_are_not_too_large_and_whole() {
        assertThat(readInParts("/v1/conversations/" + sent.conversationId + "/messages"))
                .containsSubsequence(everySequence());
    }

    @Test
    void so_do_all_messages_of_a_case() {
        assertThat(readInParts("/v1/cases/" + caseId + "/messages")).containsSubsequence(everySequence());
    }

    @Test
    void short_ones_come_as_many_as_were_asked_for() {
        TestDatabase.fill("UPDATE message SET text = 'short'");

        Response page = ADA.sees("/v1/conversations/" + sent.conversationId + "/messages?limit=60");

        assertThat(page.<List<Object>>path("items")).hasSize(60);
    }

    private static List<Long> everySequence() {
        return LongStream.rangeClosed(101, 100 + MESSAGES).boxed().toList();
    }

    /** The place of each message in its thread. */
    private static List<Long> readInParts(String path) {
        List<Long> sequences = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = ADA.sees(path + "?limit=200" + (next.isEmpty() ? "" : "&after=" + next));
            List<String> texts = page.path("items.text");
            assertThat(texts).isNotEmpty();
            assertThat(texts.stream()
                            .mapToInt(text -> text.getBytes(StandardCharsets.UTF_8).length)
                            .sum())
                    .isLessThan(MOST_BYTES);
            page.<List<Number>>path("items.sequence").forEach(sequence -> sequences.add(sequence.longValue()));
            next = page.path("next");
        }
        assertThat(sequences).doesNotHaveDuplicates();
        return sequences;
    }
}
