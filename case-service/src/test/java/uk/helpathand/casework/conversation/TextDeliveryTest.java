package uk.helpathand.casework.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.api.DeliveryState.DELIVERED;
import static uk.helpathand.api.DeliveryState.HELD;
import static uk.helpathand.api.DeliveryState.NOT_DELIVERED;
import static uk.helpathand.api.DeliveryState.REFUSED;
import static uk.helpathand.api.DeliveryState.SEEN;
import static uk.helpathand.api.DeliveryState.SENDING;
import static uk.helpathand.api.DeliveryState.SENT;
import static uk.helpathand.api.DeliveryState.STORED;
import static uk.helpathand.casework.fixture.Staff.ADA;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.platform.time.Ids;

/** How far a text got, as staff see it: forward only, and nobody is said to have read anything. */
@QuarkusTest
class TextDeliveryTest extends ServiceTest {

    private static final Instant AT = Instant.parse("2026-12-01T12:00:00Z");

    private Sent sent;
    private String reply;

    @BeforeEach
    void anAnswer() {
        TestClock.moveTo(AT);
        sent = Sent.text().put();
        reply = ADA.replies(sent, "Hello").then().statusCode(201).extract().path("id");
    }

    @Test
    void a_held_text_says_until_when_and_why_and_then_moves_on() {
        Instant morning = AT.plusSeconds(3_600);
        sent.texted(reply, new DeliveryHandover(HELD, AT, morning, "outside-hours", null));
        assertThat(text())
                .containsEntry("state", "held")
                .containsEntry("heldUntil", morning.toString())
                .containsEntry("rule", "outside-hours");

        sent.texted(
                reply, new DeliveryHandover(HELD, AT.plusSeconds(1), morning.plusSeconds(60), "outside-hours", null));
        assertThat(text()).containsEntry("heldUntil", morning.plusSeconds(60).toString());
        sent.texted(reply, new DeliveryHandover(HELD, AT, morning, "outside-hours", null));
        assertThat(text()).containsEntry("heldUntil", morning.plusSeconds(60).toString());

        // contact-service sends the rule of an earlier state along.
        sent.texted(reply, new DeliveryHandover(SENT, AT.plusSeconds(2), null, "outside-hours", null));
        assertThat(text())
                .containsEntry("state", "sent")
                .containsEntry("at", AT.plusSeconds(2).toString())
                .doesNotContainKeys("heldUntil", "rule");
    }

    /** Its provider was away until the safe time was over. */
    @Test
    void a_text_on_its_way_may_have_to_wait_again_but_not_by_older_news() {
        Instant morning = AT.plusSeconds(3_600);
        sent.texted(reply, new DeliveryHandover(SENDING, AT.plusSeconds(1)));

        sent.texted(reply, new DeliveryHandover(HELD, AT, morning, "outside-hours", null));
        assertThat(text()).containsEntry("state", "sending");
        sent.texted(reply, new DeliveryHandover(HELD, AT.plusSeconds(2), morning, "outside-hours", null));
        assertThat(text()).containsEntry("state", "held").containsEntry("heldUntil", morning.toString());
        sent.texted(reply, new DeliveryHandover(SENDING, AT.plusSeconds(1)));
        assertThat(text()).containsEntry("state", "held");
    }

    @Test
    void callbacks_that_come_backwards_change_nothing() {
        became(DELIVERED);
        for (DeliveryState state : List.of(HELD, SENDING, SENT, NOT_DELIVERED, REFUSED)) {
            became(state);
            assertThat(text()).containsEntry("state", "delivered");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_DELIVERED", "REFUSED"})
    void of_two_ends_the_first_stands(DeliveryState end) {
        became(HELD);
        became(SENDING);
        became(SENT);
        became(end);
        became(DELIVERED);
        became(SENT);

        assertThat(text()).containsEntry("state", end.wire());
    }

    @Test
    void the_thread_and_the_text_are_kept_beside_each_other() {
        became(DELIVERED);
        sent.texted(reply, new DeliveryHandover(STORED, AT));
        assertThat(message()).containsEntry("delivery", "stored");
        sent.texted(reply, new DeliveryHandover(SEEN, AT));

        assertThat(message()).containsEntry("delivery", "seen");
        assertThat(text()).containsEntry("state", "delivered");
        assertThat(message().toString()).doesNotContain("read");
    }

    @Test
    void why_a_text_did_not_arrive_is_said_in_the_providers_code() {
        sent.texted(reply, new DeliveryHandover(NOT_DELIVERED, AT, null, null, "30006"));

        assertThat(text()).containsEntry("failure", "30006");
    }

    @Test
    void a_text_about_what_is_no_reply_of_the_conversation_is_404() {
        Sent other = Sent.text().put();
        for (Object id : List.of(sent.messageId, UUID.randomUUID())) {
            Sent.handOver(
                            "/v1/conversations/" + sent.conversationId + "/messages/" + id + "/delivery",
                            new DeliveryHandover(SENT, AT))
                    .then()
                    .statusCode(404);
        }
        Sent.handOver(
                        "/v1/conversations/" + other.conversationId + "/messages/" + reply + "/delivery",
                        new DeliveryHandover(SENT, AT))
                .then()
                .statusCode(404);
    }

    @Test
    void a_case_shows_the_messages_of_all_its_conversations_in_the_order_of_time() {
        var file = ADA.opensCase(sent).get(0);
        Sent second = Sent.text().put();
        var join = uk.helpathand.casework.fixture.Staff.decision("join-case", "This belongs together");
        join.put("caseId", file);
        ADA.triages(second, join).then().statusCode(200);
        sent.write("one more");
        second.write("and another");
        became(DELIVERED);

        var whole = ADA.sees("/v1/cases/" + file + "/messages");
        List<String> ids = whole.path("items.id");
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
        assertThat(whole.<List<String>>path("items.sentAt")).isSorted();
        assertThat(whole.<List<String>>path("items.conversationId"))
                .contains(sent.conversationId.toString(), second.conversationId.toString());
        assertThat(whole.<String>path("items.find { it.id == '" + reply + "' }.textState.state"))
                .isEqualTo("delivered");

        var paged = new java.util.ArrayList<String>();
        String after = "";
        do {
            var page = ADA.sees("/v1/cases/" + file + "/messages?limit=2" + after);
            paged.addAll(page.path("items.id"));
            after = page.path("next") == null ? null : "&after=" + page.path("next");
        } while (after != null);
        assertThat(paged).isEqualTo(ids);
        ADA.get("/v1/cases/" + Ids.next() + "/messages").then().statusCode(404);
    }

    private void became(DeliveryState state) {
        sent.texted(reply, new DeliveryHandover(state, AT));
    }

    private Map<String, Object> message() {
        return ADA.sees("/v1/conversations/" + sent.conversationId + "/messages")
                .path("items.find { it.id == '" + reply + "' }");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> text() {
        return (Map<String, Object>) message().get("textState");
    }
}
