package uk.helpathand.casework.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Ids;

@QuarkusTest
class HandoverTest extends ServiceTest {

    @Test
    void the_same_enquiry_any_number_of_times_is_one() {
        Sent sent = Sent.danger();

        List<Integer> answers = Together.run(20, i -> sent.tryPut().statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(ask("SELECT count(*) FROM enquiry")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM conversation")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM enquiry_child")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM enquiry_urgency_reason")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM alert")).isEqualTo("3");
    }

    @Test
    void the_same_id_with_other_words_is_refused_and_changes_nothing() {
        Sent sent = Sent.enquiry().put();
        sent.happening = "Something else";

        sent.tryPut().then().statusCode(409).body("type", endsWith("handover-conflict"));

        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<String>path("happening"))
                .isEqualTo("They want to move me on Friday");
    }

    @Test
    void what_may_change_between_two_tries_is_no_conflict() {
        Sent sent = Sent.enquiry().put();
        sent.safeContact = new SafeContact(7, ReplyBy.EMAIL, null, null, "a@example.test", List.of(), null);
        sent.urgency = Urgency.HIGH;
        sent.reasons = List.of(new UrgencyReason("a-new-rule", sent.receivedAt));

        sent.put();

        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<String>path("urgency")).isEqualTo("standard");
    }

    @Test
    void a_conversation_or_message_of_another_enquiry_is_refused() {
        Sent sent = Sent.enquiry().put();
        var stranger = Sent.enquiry();
        var body = stranger.body();

        Sent.handOver("/v1/enquiries/" + sent.id, body).then().statusCode(409);
        Sent.handOver(
                        "/v1/conversations/" + sent.conversationId + "/messages/" + sent.messageId,
                        sent.message("Another", Urgency.STANDARD))
                .then()
                .statusCode(409);
        assertThat(ask("SELECT count(*) FROM enquiry")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("1");
    }

    @Test
    void the_same_message_many_times_at_once_is_one() {
        Sent sent = Sent.enquiry().put();
        var message = sent.message("And another thing", Urgency.STANDARD);
        String path = "/v1/conversations/" + sent.conversationId + "/messages/" + Ids.next();

        List<Integer> answers =
                Together.run(20, i -> Sent.handOver(path, message).statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(texts(sent)).containsExactly("They want to move me on Friday", "And another thing");
        Sent.handOver(path, sent.message("Other words", Urgency.STANDARD))
                .then()
                .statusCode(409);
    }

    @Test
    void nothing_is_lost_and_nothing_doubled_when_many_write_at_once() {
        Sent sent = Sent.enquiry().put();

        Together.run(30, i -> sent.write("message " + i));

        assertThat(texts(sent)).hasSize(31).doesNotHaveDuplicates();
        List<Integer> sequence = ADA.sees("/v1/conversations/" + sent.conversationId + "/messages")
                .path("items.sequence");
        assertThat(sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void a_message_or_details_for_what_is_not_here_is_404() {
        Sent nowhere = Sent.enquiry();

        Sent.handOver(
                        "/v1/conversations/" + UUID.randomUUID() + "/messages/" + UUID.randomUUID(),
                        nowhere.message("Hello", Urgency.STANDARD))
                .then()
                .statusCode(404);
        Sent.handOver("/v1/enquiries/" + UUID.randomUUID() + "/details/" + UUID.randomUUID(), details("Robin"))
                .then()
                .statusCode(404);
        Sent.handOver("/v1/conversations/" + UUID.randomUUID() + "/contact-state", nowhere.safeContact)
                .then()
                .statusCode(404);
        assertThat(ask("SELECT count(*) FROM handover_receipt")).isEqualTo("0");
    }

    @Test
    void details_reach_the_adviser_once_and_sealed() {
        Sent sent = Sent.enquiry().put();
        String path = "/v1/enquiries/" + sent.id + "/details/" + Ids.next();
        String before = ADA.tag("/v1/enquiries/" + sent.id);

        Together.run(10, i -> Sent.handOver(path, details("Robin")).then().statusCode(204));
        Sent.handOver(path, details("Somebody else")).then().statusCode(409);

        var view = ADA.sees("/v1/enquiries/" + sent.id);
        assertThat(view.<List<String>>path("details.name")).containsExactly("Robin");
        assertThat(view.<String>path("details[0].livesIn")).isEqualTo("a children's home");
        assertThat(view.header("ETag")).isNotEqualTo(before);
        assertThat(ask("SELECT position('Robin'::bytea IN name) FROM enquiry_details"))
                .isEqualTo("0");
    }

    @Test
    void numbers_addresses_and_the_note_are_sealed_and_come_back() {
        Sent sent = Sent.enquiry();
        sent.safeContact = new SafeContact(
                1,
                ReplyBy.TEXT,
                "07700 900123",
                NumberIs.SHARED,
                "robin@example.test",
                List.of(SafeTime.WEEKDAY_EVENING, SafeTime.WEEKEND_DAY),
                "only after 6");
        sent.put();

        var view = ADA.sees("/v1/conversations/" + sent.conversationId + "/contact-state");

        assertThat(view.<String>path("wished.number")).isEqualTo("07700 900123");
        assertThat(view.<String>path("wished.numberIs")).isEqualTo("shared");
        assertThat(view.<String>path("wished.email")).isEqualTo("robin@example.test");
        assertThat(view.<String>path("wished.safeNote")).isEqualTo("only after 6");
        assertThat(view.<List<String>>path("wished.safeTimes")).containsExactly("weekday-evening", "weekend-day");
        assertThat(view.<List<String>>path("routes")).containsExactly("web", "text");
        assertThat(ask("SELECT position('900123'::bytea IN number) + position('robin'::bytea IN email)"
                        + " + position('only'::bytea IN safe_note) FROM conversation"))
                .isEqualTo("0");
    }

    @Test
    void a_sealed_value_moved_to_another_row_does_not_open() {
        Sent one = Sent.enquiry();
        one.safeContact = new SafeContact(1, ReplyBy.TEXT, "07700 900111", null, null, List.of(), null);
        one.put();
        Sent other = Sent.enquiry().put();
        TestDatabase.asOwner(
                "UPDATE conversation SET number = (SELECT number FROM conversation WHERE number IS NOT NULL)"
                        + " WHERE id = '" + other.conversationId + "'");

        ADA.get("/v1/conversations/" + other.conversationId + "/contact-state")
                .then()
                .statusCode(500);
    }

    @Test
    void an_older_contact_state_changes_nothing() {
        Sent sent = Sent.enquiry().put();
        contactState(sent, 5, "07700 900005");
        contactState(sent, 4, "07700 900004");
        contactState(sent, 5, "07700 900006");

        assertThat(ADA.sees("/v1/enquiries/" + sent.id).<String>path("safeContact.number"))
                .isEqualTo("07700 900005");
    }

    @Test
    void delivery_only_goes_forward() {
        Sent sent = Sent.enquiry().put();
        String reply =
                ADA.replies(sent, "Hello").then().statusCode(201).extract().path("id");
        String path = "/v1/conversations/" + sent.conversationId + "/messages/" + reply + "/delivery";

        delivery(path, DeliveryState.SEEN);
        delivery(path, DeliveryState.STORED);

        assertThat(ADA.sees("/v1/conversations/" + sent.conversationId + "/messages")
                        .<String>path("items[1].delivery"))
                .isEqualTo("seen");
        Sent.handOver(
                        "/v1/conversations/" + sent.conversationId + "/messages/" + sent.messageId + "/delivery",
                        new DeliveryHandover(DeliveryState.SEEN, Instant.now()))
                .then()
                .statusCode(404);
    }

    @Test
    void hand_over_writes_no_audit_and_needs_none() {
        TestDatabase.asOwner("REVOKE INSERT ON audit FROM app");
        try {
            Sent sent = Sent.danger().put();
            sent.write("Please hurry", Urgency.IMMEDIATE, "said-not-safe");
            Sent.handOver("/v1/enquiries/" + sent.id + "/details/" + Ids.next(), details("Robin"))
                    .then()
                    .statusCode(204);
        } finally {
            TestDatabase.asOwner(TestDatabase.AUDIT_WRITABLE);
        }
        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("2");
        assertThat(ask("SELECT count(*) FROM audit")).isEqualTo("0");
    }

    @Test
    void every_script_emoji_and_20000_characters_come_back_as_they_were() {
        Sent sent = Sent.enquiry();
        sent.happening = "😀".repeat(20_000);
        sent.wanted = "أريد أن أبقى في مدرستي \u202Eأبجد\u202C\r\n\tשלום";
        sent.put();

        var view = ADA.sees("/v1/enquiries/" + sent.id);

        assertThat(view.<String>path("happening")).isEqualTo(sent.happening);
        assertThat(view.<String>path("wanted")).isEqualTo(sent.wanted);
        assertThat(view.<Boolean>path("altered")).isFalse();
        assertThat(ADA.sees("/v1/enquiries").<String>path("items[0].excerpt")).isEqualTo("😀".repeat(140));
    }

    @Test
    void what_text_cannot_hold_is_replaced_and_marked() {
        Sent sent = Sent.enquiry();
        sent.happening = "a\u0000b";
        sent.put();
        var raw = new java.util.LinkedHashMap<String, Object>(Map.of(
                "author",
                "child",
                "receivedAt",
                Instant.now().toString(),
                "urgency",
                "standard",
                "urgencyReasons",
                List.of(),
                "altered",
                false));
        raw.put("text", "c\uD83Dd");
        Sent.handOver("/v1/conversations/" + sent.conversationId + "/messages/" + Ids.next(), raw)
                .then()
                .statusCode(204);

        var view = ADA.sees("/v1/enquiries/" + sent.id);
        assertThat(view.<String>path("happening")).isEqualTo("a\uFFFDb");
        assertThat(view.<Boolean>path("altered")).isTrue();
        assertThat(texts(sent).get(0)).isEqualTo("a\uFFFDb");
        List<Boolean> altered = ADA.sees("/v1/conversations/" + sent.conversationId + "/messages")
                .path("items.altered");
        assertThat(altered.get(0)).isTrue();
    }

    private static void contactState(Sent sent, long version, String number) {
        Sent.handOver(
                        "/v1/conversations/" + sent.conversationId + "/contact-state",
                        new SafeContact(version, ReplyBy.TEXT, number, null, null, List.of(), null))
                .then()
                .statusCode(204);
    }

    private static void delivery(String path, DeliveryState state) {
        Sent.handOver(path, new DeliveryHandover(state, Instant.now())).then().statusCode(204);
    }

    private static DetailsHandover details(String name) {
        return new DetailsHandover(
                Instant.parse("2026-11-02T10:00:00Z"), name, "14", "Leeds", "a children's home", null, "en", null);
    }

    private static List<String> texts(Sent sent) {
        return ADA.sees("/v1/conversations/" + sent.conversationId + "/messages")
                .path("items.text");
    }
}
