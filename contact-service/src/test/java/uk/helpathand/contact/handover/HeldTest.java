package uk.helpathand.contact.handover;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.enquiry.AddedDetails;
import uk.helpathand.contact.enquiry.Details;
import uk.helpathand.contact.enquiry.Enquiries;
import uk.helpathand.contact.enquiry.NewEnquiry;
import uk.helpathand.contact.enquiry.Received;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** What contact-service says that it holds of a conversation, when somebody asked for a copy. */
@QuarkusTest
class HeldTest {

    private static final SafeContact BY_TEXT = new SafeContact(
            1,
            ReplyBy.TEXT,
            "07700 900123",
            NumberIs.MINE,
            "kim@example.test",
            List.of(),
            "not on sundays",
            "your book is ready",
            null,
            null,
            null);

    /** Each table of the service: how what it holds of a conversation is told, or why it is not. */
    private static final Map<String, String> TOLD = Map.ofEntries(
            Map.entry("conversation", "told"),
            Map.entry("message", "told: times, and whether the words are here; case-service has them"),
            Map.entry("enquiry", "told: whether its words are here; case-service has them"),
            Map.entry("enquiry_details", "as enquiry"),
            Map.entry("reading_session", "told: when it was last used"),
            Map.entry("code_revocation", "told: when"),
            Map.entry("code_reissue", "told: when; never the code"),
            Map.entry("phone_route", "told: when its number was heard and answered"),
            Map.entry("provider_event", "told: what and when, and whether the bytes are here"),
            Map.entry("outgoing_text", "told"),
            Map.entry("outbox", "told: how much has not been handed over"),
            Map.entry("adult_draft", "of a browser that has sent nothing: no conversation, and gone after a day"),
            Map.entry("provider_sweep", "nothing about anybody"),
            Map.entry("data_key", "keys"),
            Map.entry("master_key_version", "keys"),
            Map.entry("idempotency", "sealed answers to partners, which repeat what is told; seven days"),
            Map.entry("audit", "who of the staff saw what was not handed over, and what went by itself: ids alone"),
            Map.entry("audit_reason", "as audit: no call of the staff takes a reason here"),
            Map.entry("audit_seal", "as audit"));

    @Inject
    Enquiries enquiries;

    @Inject
    AddedDetails details;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
    }

    @Test
    void times_and_ways_to_answer_are_told_and_words_and_codes_are_not() {
        Received received = send();
        details.add(
                received.conversationId(),
                UUID.randomUUID().toString(),
                new Details("Samantha", null, null, null, null, null, null));
        String code = makesCode(received.conversationId());
        rowsOfTexts(received.conversationId());

        Response held = held(received.conversationId());

        assertThat(held.statusCode()).isEqualTo(200);
        assertThat(held.<String>path("safeContact.number")).isEqualTo("07700 900123");
        assertThat(held.<String>path("safeContact.safeNote")).isEqualTo("not on sundays");
        assertThat(held.<List<?>>path("messages")).hasSize(1);
        assertThat(held.<Boolean>path("messages[0].words")).isTrue();
        assertThat(held.<Boolean>path("requestWords")).isTrue();
        assertThat(held.<List<?>>path("codesMade")).hasSize(1);
        assertThat(held.<String>path("texts[0].state")).isEqualTo("not-delivered");
        assertThat(held.<String>path("events[0].kind")).isEqualTo("message");
        assertThat(held.<Boolean>path("events[0].bytes")).isFalse();
        assertThat(held.<String>path("numberHeardAt")).isNotNull();
        assertThat(held.asString().toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("they move me", code, "samantha", "hash");
    }

    @Test
    void of_one_that_is_not_known_nothing_is_held() {
        send();
        assertThat(held(UUID.randomUUID()).statusCode()).isEqualTo(204);
    }

    @Test
    void what_case_service_does_not_have_yet_is_counted() {
        FakeCaseService.answers(call -> 503);
        Received received = send();

        assertThat(held(received.conversationId()).<Integer>path("notHandedOver"))
                .isEqualTo(1);
    }

    @Test
    void every_table_is_told_or_has_a_reason() {
        assertThat(Set.of(TestDatabase.ask("""
                        SELECT string_agg(relname, ',') FROM pg_class c
                        WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
                          AND relname NOT LIKE 'databasechangelog%'
                        """).split(","))).isEqualTo(TOLD.keySet());
    }

    private Received send() {
        return enquiries.receive(
                UUID.randomUUID().toString(),
                null,
                null,
                new NewEnquiry("they move me on friday", "to stay", null, BY_TEXT, "en"));
    }

    private static String makesCode(UUID conversationId) {
        return given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType(ContentType.JSON)
                .body("{\"requestedAt\":\"2026-11-20T10:00:00Z\"}")
                .put("/v1/conversations/" + conversationId + "/return-codes/" + UUID.randomUUID())
                .then()
                .statusCode(200)
                .extract()
                .path("returnCode");
    }

    private static void rowsOfTexts(UUID conversationId) {
        TestDatabase.fill("""
                INSERT INTO outgoing_text (id, conversation_id, route, automatic, state, state_at)
                    VALUES (gen_random_uuid(), '%1$s', 'text', false, 'not-delivered', now());
                INSERT INTO provider_event (id, provider, provider_id, kind, received_at, swept, conversation_id)
                    VALUES (gen_random_uuid(), 'notify', 'x', 'message', now(), false, '%1$s');
                INSERT INTO phone_route (id, number_hash, conversation_id, last_heard_at)
                    VALUES (gen_random_uuid(), 'x', '%1$s', now())
                """.formatted(conversationId));
    }

    private static Response held(UUID conversationId) {
        return given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .get("/v1/conversations/" + conversationId + "/held");
    }
}
