package uk.helpathand.casework.wayback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.FakeContactService.Call;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.Together;
import uk.helpathand.casework.fixture.Wait;

@QuarkusTest
class RevocationTest extends ServiceTest {

    private static final Map<String, String> SEEN = Map.of("reason", "SEEN_BY_SOMEBODY", "note", "Her brother has it");

    @Test
    void a_revocation_reaches_contact_service_and_the_colleagues() {
        Sent sent = Sent.enquiry().put();

        var revoked = ADA.creates().body(SEEN).post(path(sent));

        revoked.then().statusCode(201).header("Location", nullValue());
        Wait.until("handed over", () -> LEA.sees(path(sent)).path("items[0].handedOverAt") != null);
        Call call = handedOver().get(0);
        assertThat(call.method()).isEqualTo("PUT");
        assertThat(call.path()).isEqualTo(path(sent) + "/" + revoked.path("id"));
        assertThat(call.body().path("requestedAt").asText()).isEqualTo(revoked.path("at"));
        assertThat(call.body().toString()).doesNotContain("brother");
        LEA.sees(path(sent))
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].reason", equalTo("SEEN_BY_SOMEBODY"))
                .body("items[0].note", equalTo("Her brother has it"))
                .body("items[0].by", equalTo("Ada"));
        assertThat(LEA.sees("/v1/conversations/" + sent.conversationId + "/contact-state")
                        .<String>path("codeRevokedAt"))
                .isEqualTo(revoked.path("at"));
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'conversation.revoke-code' AND actor = 'ada'"))
                .isEqualTo("1");
    }

    @Test
    void the_same_key_is_one_revocation() {
        Sent sent = Sent.enquiry().put();
        var key = '"' + UUID.randomUUID().toString() + '"';

        List<Integer> answers = Together.run(6, i -> ADA.calls()
                .header("Idempotency-Key", key)
                .body(SEEN)
                .post(path(sent))
                .statusCode());

        assertThat(answers).contains(201).isSubsetOf(201, 409);
        ADA.calls()
                .header("Idempotency-Key", key)
                .body(SEEN)
                .post(path(sent))
                .then()
                .statusCode(201);
        assertThat(ask("SELECT count(*) FROM code_revocation")).isEqualTo("1");
    }

    @Test
    void a_reply_that_contact_service_does_not_take_does_not_hold_it_up() {
        Sent sent = Sent.enquiry().put();
        FakeContactService.answers(call -> call.path().contains("/messages/") ? 500 : 204);
        ADA.replies(sent, "Hello").then().statusCode(201);
        Wait.until("the reply fails", () -> !FakeContactService.calls().isEmpty());

        ADA.creates().body(SEEN).post(path(sent)).then().statusCode(201);

        Wait.until("revoked", () -> LEA.sees(path(sent)).path("items[0].handedOverAt") != null);
    }

    /** A crash between "contact-service has it" and "we know that": the row is handed over again under the same id. */
    @Test
    void it_is_tried_until_contact_service_has_taken_it() {
        Sent sent = Sent.enquiry().put();
        FakeContactService.answers(call -> handedOver().size() < 3 ? 503 : 204);

        ADA.creates().body(SEEN).post(path(sent)).then().statusCode(201);

        Wait.until("handed over", () -> LEA.sees(path(sent)).path("items[0].handedOverAt") != null);
        assertThat(handedOver()).hasSizeGreaterThan(2);
        assertThat(handedOver())
                .extracting(Call::path)
                .containsOnly(handedOver().get(0).path());
    }

    @Test
    void each_is_later_than_the_one_before_it_whatever_the_clock_says() {
        Sent sent = Sent.enquiry().put();
        var first = ADA.creates().body(SEEN).post(path(sent)).<String>path("at");
        TestClock.advance(Duration.ofMinutes(-5));

        var second = ADA.creates().body(SEEN).post(path(sent)).<String>path("at");

        assertThat(Instant.parse(second)).isAfter(first);
    }

    @Test
    void what_the_child_revoked_themself_is_shown_to_the_team_without_a_name() {
        Sent sent = Sent.enquiry().put();
        var id = UUID.randomUUID();
        var own = Map.of("requestedAt", "2026-11-20T10:00:00Z");

        Sent.handOver(path(sent) + "/" + id, own).then().statusCode(204);
        Sent.handOver(path(sent) + "/" + id, own).then().statusCode(204);
        Sent.handOver(path(Sent.enquiry().put()) + "/" + id, own).then().statusCode(409);

        LEA.sees(path(sent))
                .then()
                .body("items.size()", equalTo(1))
                .body("items[0].reason", equalTo("ASKED_BY_REQUESTER"))
                .body("items[0].by", equalTo(null));
        assertThat(LEA.sees("/v1/conversations/" + sent.conversationId + "/contact-state")
                        .<String>path("codeRevokedAt"))
                .isEqualTo("2026-11-20T10:00:00Z");
        assertThat(handedOver()).isEmpty();
        assertThat(LEA.sees("/v1/tasks").<List<String>>path("items.kind"))
                .as("nobody waits for an answer, and they are watched")
                .containsExactly("code-ended");
        assertThat(LEA.sees("/v1/tasks").<String>path("items[0].conversationId"))
                .isEqualTo(sent.conversationId.toString());
    }

    @Test
    void a_reason_that_is_none_an_unknown_conversation_and_a_missing_key_are_refused() {
        Sent sent = Sent.enquiry().put();

        ADA.creates().body(Map.of("reason", "BORED")).post(path(sent)).then().statusCode(400);
        ADA.creates()
                .body(SEEN)
                .post("/v1/conversations/" + UUID.randomUUID() + "/code-revocations")
                .then()
                .statusCode(404);
        ADA.calls().body(SEEN).post(path(sent)).then().statusCode(400);

        assertThat(ask("SELECT count(*) FROM code_revocation")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM outbox")).isEqualTo("0");
    }

    private static List<Call> handedOver() {
        return FakeContactService.calls().stream()
                .filter(call -> call.path().contains("/code-revocations/"))
                .toList();
    }

    private static String path(Sent sent) {
        return "/v1/conversations/" + sent.conversationId + "/code-revocations";
    }
}
