package uk.helpathand.casework.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.MessagePart;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.platform.time.Ids;

/** A text that came in parts: what came is shown at once, in order, with what is missing (trap 12). */
@QuarkusTest
class PartsTest extends ServiceTest {

    private final UUID group = Ids.next();

    @Test
    void what_came_is_shown_in_order_and_a_late_part_completes_it() {
        Sent sent = Sent.text().put();
        sent.writePart("on Friday", group, 3, 3);
        sent.writePart("They want", group, 1, 3);

        assertThat(thread(sent).<List<Integer>>path("items[1].part.missing")).containsExactly(2);
        assertThat(thread(sent).<String>path("items[1].part.joined")).isEqualTo("They want on Friday");
        assertThat(thread(sent).<Integer>path("items[1].part.number")).isEqualTo(3);

        sent.writePart("to move me", group, 2, 3);

        for (int i = 1; i <= 3; i++) {
            assertThat(thread(sent).<List<Integer>>path("items[" + i + "].part.missing"))
                    .isEmpty();
            assertThat(thread(sent).<String>path("items[" + i + "].part.joined"))
                    .isEqualTo("They want to move me on Friday");
        }
        assertThat(thread(sent).<List<String>>path("items.text")).hasSize(4);
        assertThat(thread(sent).<Object>path("items[0].part")).isNull();
    }

    @Test
    void a_part_that_comes_twice_is_not_doubled_and_other_threads_do_not_mix() {
        Sent sent = Sent.text();
        sent.part = new MessagePart(group, 1, 2);
        sent.happening = "first";
        sent.media = 2;
        sent.put();
        sent.writePart("first", group, 1, 2);
        Sent other = Sent.text().put();
        other.writePart("somebody else's", group, 2, 2);

        assertThat(thread(sent).<List<String>>path("items.part.joined")).containsExactly("first", "first");
        assertThat(thread(sent).<List<Integer>>path("items[0].part.missing")).containsExactly(2);
        assertThat(thread(sent).<List<Integer>>path("items.media")).containsExactly(2, 0);
    }

    @Test
    void a_page_knows_the_parts_on_other_pages() {
        Sent sent = Sent.text().put();
        sent.writePart("a", group, 1, 2);
        sent.writePart("b", group, 2, 2);

        assertThat(ADA.sees("/v1/conversations/" + sent.conversationId + "/messages?limit=2")
                        .<String>path("items[1].part.joined"))
                .isEqualTo("a b");
    }

    private static Response thread(Sent sent) {
        return ADA.sees("/v1/conversations/" + sent.conversationId + "/messages");
    }
}
