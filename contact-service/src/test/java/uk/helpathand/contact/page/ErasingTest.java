package uk.helpathand.contact.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.platform.fixture.TestDatabase.asOwner;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FakeSmsProviders;
import uk.helpathand.contact.fixture.FakeSmsProviders.Answer;
import uk.helpathand.contact.fixture.OnRecord;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.Columns;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** What is left here of a conversation that two people of the team have decided to erase. */
@QuarkusTest
class ErasingTest {

    private final Columns columns = Columns.ofService();

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        FakeSmsProviders.answers(call -> Answer.of(200, "{}"));
        TestDatabase.empty();
    }

    @Test
    void every_column_says_what_it_holds() {
        assertThat(columns.faults()).isEmpty();
    }

    /** "Send it again in a minute" would be said for ever. */
    @Test
    void whoever_still_has_a_page_of_it_open_is_told_that_it_is_gone_and_keeps_their_words() {
        Visitor child = opened(written("reply", "code"));
        Map<String, String> thread = child.get("/messages").hidden();
        Visitor other = Visitor.plain();
        other.send("hello");
        Map<String, String> more = other.get("/more").hidden();
        settled();
        asOwner("DELETE FROM outbox");
        for (String id :
                ask("SELECT string_agg(id::text, ' ') FROM conversation").split(" ")) {
            erase(UUID.fromString(id), 1, true).then().statusCode(204);
        }

        var written = child.post("/messages", thread, "text", "my words");
        var added = other.post("/more", more, "name", "Jorinde");

        assertThat(written.status()).isEqualTo(200);
        assertThat(written.body()).contains("my words", "We do not know which messages this belongs to");
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.body()).contains("Jorinde", "This page only works just after you press Send");
    }

    @Test
    void nothing_of_it_is_anywhere_in_the_database() {
        String code = written("reply", "text", "number", "07700 900123", "numberIs", "mine");
        Visitor child = opened(code);
        child.post("/messages", child.get("/messages").hidden(), "text", "and again");
        settled();
        UUID id = conversation();
        asOwner("""
                INSERT INTO code_reissue (id, conversation_id, requested_at, made_at) SELECT id, id, now(), now() FROM conversation;
                INSERT INTO code_revocation (id, conversation_id, requested_at) SELECT id, id, now() FROM conversation;
                INSERT INTO enquiry_details (id, enquiry_id, origin, received_at) SELECT id, id, 'x', now() FROM enquiry;
                INSERT INTO outgoing_text (id, conversation_id, route, automatic, state, state_at)
                    SELECT id, id, 'text', true, 'held', now() FROM conversation;
                INSERT INTO phone_route (id, number_hash, conversation_id, texts_stopped_at)
                    SELECT id, 'x', id, now() FROM conversation ON CONFLICT DO NOTHING;
                INSERT INTO provider_event (id, provider, provider_id, kind, received_at, swept, conversation_id, raw)
                    SELECT id, 'twilio', 'SM1', 'message', now(), false, id, 'x' FROM conversation;
                INSERT INTO audit_reason (audit_id, salt, reason) VALUES (gen_random_uuid(), 'x', 'not about a conversation');
                """);
        assertThat(columns.plant()).as("columns without a row").isEmpty();
        asOwner("DELETE FROM audit_reason");
        assertThat(columns.found()).contains("message.text", "conversation.number_hash", "data_key.wrapped_key");

        erase(id, 2, true).then().statusCode(204);

        assertThat(columns.found()).isEmpty();
        assertThat(Columns.dump().lines().filter(line -> line.contains(id.toString())))
                .as("that the provider brought a text is known, so that it is no second one; and that it was erased")
                .hasSize(2)
                .anyMatch(line -> line.contains("SM1"))
                .anyMatch(line -> line.contains("thread.erase"));
        assertThat(opened(code).get("/messages").body()).doesNotContain("and again");
        erase(id, 2, true).then().statusCode(204);
        assertThat(OnRecord.bySystem()).as("once").isEqualTo("thread.erase done conversation {" + id + "}");
        assertThat(ask("SELECT count(*) FROM audit_reason")).isEqualTo("0");
    }

    /** A provider says of a number that never texted that it wants no texts: that row leads to no conversation. */
    @Test
    void a_number_of_which_only_a_provider_told_cannot_be_found_any_more_once_nobody_else_has_it() {
        written("reply", "text", "number", "07700 900123", "numberIs", "mine");
        written("reply", "text", "number", "07700 900123", "numberIs", "mine");
        asOwner("INSERT INTO phone_route (id, number_hash, texts_stopped_at)"
                + " SELECT gen_random_uuid(), number_hash, now() FROM conversation LIMIT 1");
        List<UUID> both = Stream.of(ask("SELECT string_agg(id::text, ' ') FROM conversation")
                        .split(" "))
                .map(UUID::fromString)
                .toList();

        erase(both.get(0), 1, true).then().statusCode(204);
        assertThat(ask("SELECT count(*) FROM phone_route")).isEqualTo("1");

        erase(both.get(1), 1, true).then().statusCode(204);
        assertThat(ask("SELECT count(*) FROM phone_route")).isEqualTo("0");
    }

    @Test
    void of_one_that_is_also_about_a_child_who_stays_the_words_go() {
        String code = written("wanted", "to stay");
        UUID id = conversation();

        erase(id, 1, false).then().statusCode(204);

        assertThat(ask("SELECT count(*) FROM message WHERE text IS NOT NULL")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM enquiry WHERE wanted IS NOT NULL")).isEqualTo("0");
        assertThat(opened(code).get("/messages").body()).contains("Your earlier messages are kept by the team");
        erase(id, 1, false).then().statusCode(204);
        assertThat(OnRecord.bySystem()).as("once").isEqualTo("thread.forget done conversation {" + id + "} erasure");
    }

    /** Their words went by themselves while the team worked; their number stayed, and goes now. */
    @Test
    void how_they_are_reached_is_on_record_though_their_words_went_before() {
        written("reply", "text", "number", "07700 900123", "numberIs", "mine");
        UUID id = conversation();
        erase(id, 1, false).then().statusCode(204);
        asOwner("DELETE FROM audit; UPDATE conversation SET progress_stage = 'finished'");

        erase(id, 1, false).then().statusCode(204);
        erase(id, 1, false).then().statusCode(204);

        assertThat(ask("SELECT count(*) FROM conversation WHERE number IS NOT NULL"))
                .isEqualTo("0");
        assertThat(OnRecord.bySystem()).isEqualTo("thread.forget done conversation {" + id + "} erasure");
    }

    @Test
    void without_its_row_nothing_is_erased() {
        written();
        UUID id = conversation();
        asOwner("REVOKE INSERT ON audit FROM app");
        try {
            erase(id, 1, true).then().statusCode(503);
            erase(id, 1, false).then().statusCode(503);
        } finally {
            asOwner(TestDatabase.AUDIT_WRITABLE);
        }

        assertThat(ask("SELECT count(*) FROM message WHERE text IS NOT NULL")).isEqualTo("1");
        erase(id, 1, true).then().statusCode(204);
    }

    @Test
    void a_message_that_nobody_knew_of_stops_it() {
        String code = written();
        UUID id = conversation();
        Visitor child = opened(code);
        child.post("/messages", child.get("/messages").hidden(), "text", "wait");
        settled();

        erase(id, 1, true).then().statusCode(409).body("type", endsWith("written-again"));

        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("2");
        assertThat(OnRecord.bySystem()).isNull();
        erase(id, 2, true).then().statusCode(204);
        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("0");
    }

    @Test
    void what_is_not_handed_over_is_waited_for() {
        written();
        UUID id = conversation();
        asOwner("INSERT INTO outbox (id, kind, subject_id, stream_id, sequence, created_at, next_attempt_at, parked_at)"
                + " SELECT id, 'message', id, id, 99, now(), now(), now() FROM conversation");

        erase(id, 1, true).then().statusCode(503);
        erase(id, 0, true).then().statusCode(503);

        assertThat(ask("SELECT count(*) FROM conversation")).isEqualTo("1");
    }

    @Test
    void it_leaves_the_lists_of_others_of_the_same_number() {
        written();
        UUID id = conversation();
        written();
        asOwner(
                "UPDATE enquiry SET possible_links = ARRAY['%s'::uuid, gen_random_uuid()] WHERE conversation_id <> '%1$s'"
                        .formatted(id));

        erase(id, 1, true).then().statusCode(204);

        assertThat(ask("SELECT cardinality(possible_links) FROM enquiry")).isEqualTo("1");
        assertThat(Columns.dump().lines().filter(line -> line.contains(id.toString())))
                .as("that it was erased")
                .singleElement()
                .asString()
                .contains("thread.erase");
    }

    private static Response erase(UUID id, int held, boolean whole) {
        return given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType("application/json")
                .body(Map.of("messagesHeld", held, "whole", whole))
                .put("/v1/conversations/" + id + "/erasure");
    }

    private static UUID conversation() {
        return UUID.fromString(ask("SELECT id FROM conversation ORDER BY created_at LIMIT 1"));
    }

    /** Sent and handed over; the return code. */
    private static String written(String... more) {
        var child = Visitor.modern();
        var fields = new ArrayList<>(List.of("happening", "they r moving me friday"));
        fields.addAll(List.of(more));
        child.ask(fields.toArray(String[]::new));
        String code = child.get("/sent").code();
        settled();
        return code;
    }

    private static void settled() {
        Wait.until("outbox empty", () -> "0".equals(ask("SELECT count(*) FROM outbox")));
    }

    private static Visitor opened(String code) {
        var child = Visitor.modern();
        child.post("/messages", Map.of(), "code", code);
        settled();
        return child;
    }
}
