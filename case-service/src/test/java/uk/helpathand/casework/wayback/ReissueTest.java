package uk.helpathand.casework.wayback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static uk.helpathand.casework.fixture.FakeContactService.CODE;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.handover.DeliveryHandover;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.FakeContactService.Call;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.Wait;
import uk.helpathand.platform.crypto.MasterKeys;
import uk.helpathand.platform.fixture.Canary;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Ids;

@QuarkusTest
class ReissueTest extends ServiceTest {

    /** Every row of every table, as text. */
    private static final String EVERYTHING =
            "SELECT string_agg(query_to_xml('SELECT * FROM ' || quote_ident(tablename), true, true, '')::text, ',')"
                    + " FROM pg_tables WHERE schemaname = 'public'";

    @Inject
    MasterKeys masters;

    @Test
    void the_questions_are_those_the_record_can_answer_and_hold_no_answer() {
        Sent sent = Sent.enquiry();
        sent.wanted = null;
        sent.put();
        assertThat(questions(sent)).containsExactly("what-about", "when-wrote", "how-answered");

        Sent more = Sent.enquiry();
        more.safeContact =
                new SafeContact(1, ReplyBy.TEXT, "07700 900123", NumberIs.MINE, null, List.of(), "Not after six");
        more.put();
        Sent.handOver(
                        "/v1/enquiries/" + more.id + "/details/" + Ids.next(),
                        new DetailsHandover(Instant.now(), "Kim", null, null, "Hill House", null, null, null))
                .then()
                .statusCode(204);
        String reply = ADA.replies(more, "I read it").path("id");
        assertThat(questions(more)).doesNotContain("last-answer");
        Sent.handOver(
                        "/v1/conversations/" + more.conversationId + "/messages/" + reply + "/delivery",
                        new DeliveryHandover(DeliveryState.SEEN, Instant.now()))
                .then()
                .statusCode(204);

        assertThat(questions(more))
                .containsExactly(
                        "what-about",
                        "when-wrote",
                        "what-wanted",
                        "last-answer",
                        "safe-note",
                        "how-answered",
                        "name-given",
                        "where-living");
        assertThat(ADA.sees(verification(more)).asString())
                .doesNotContain("Kim", "Hill House", "six", "900123", more.happening, more.wanted);
    }

    @Test
    void whoever_passes_gets_a_code_which_stands_nowhere_in_the_record() throws GeneralSecurityException {
        try (Canary canary = Canary.watch()) {
            Sent sent = Sent.enquiry().put();
            var key = UUID.randomUUID().toString();
            String tag = ADA.tag(verification(sent));

            Response first = reissue(sent, key, tag, true, true, true);
            Response second = reissue(sent, key, tag, true, true, true);

            first.then().statusCode(201).body("returnCode", equalTo(CODE));
            second.then().statusCode(201).body("returnCode", equalTo(CODE));
            assertThat(calls())
                    .extracting(Call::path)
                    .hasSize(2)
                    .containsOnly(calls().get(0).path());
            assertThat(ask("SELECT count(*) FROM code_reissue WHERE passed AND made_at IS NOT NULL"))
                    .isEqualTo("1");
            String word = CODE.split(" ")[0];
            assertThat(ask(EVERYTHING)).contains("conversation.reissue-code").doesNotContain(word);
            byte[] sealed = HexFormat.of().parseHex(ask("SELECT encode(response, 'hex') FROM idempotency"));
            assertThat(new String(masters.open("idempotency", sealed), StandardCharsets.UTF_8))
                    .contains("passed")
                    .doesNotContain(word);
            assertThat(canary.log()).noneMatch(line -> line.contains(word));
        }
    }

    @Test
    void whoever_does_not_pass_gets_none_and_that_is_on_record() {
        Sent sent = Sent.enquiry().put();
        var key = UUID.randomUUID().toString();
        String tag = ADA.tag(verification(sent));

        reissue(sent, key, tag, true, false, false)
                .then()
                .statusCode(422)
                .body("type", endsWith(":verification-not-passed"));
        reissue(sent, key, tag, true, false, false).then().statusCode(422);

        assertThat(calls()).isEmpty();
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'conversation.fail-verification' AND actor = 'ada'"))
                .isEqualTo("2");
        BEN.sees(verification(sent)).then().body("failedAttempts", equalTo(1));
        reissue(sent, UUID.randomUUID().toString(), tag, true, true, true)
                .then()
                .statusCode(412);
        TestClock.advance(Duration.ofDays(31));
        BEN.sees(verification(sent)).then().body("failedAttempts", equalTo(0)).body("lastFailedAt", nullValue());
    }

    @ParameterizedTest
    @ValueSource(ints = {503, FakeContactService.CUT})
    void while_contact_service_is_away_nothing_is_half_done_and_the_same_call_goes_through_later(int status) {
        Sent sent = Sent.enquiry().put();
        ADA.creates()
                .body(Map.of("reason", "LOST"))
                .post("/v1/conversations/" + sent.conversationId + "/code-revocations");
        Wait.until("revoked", () -> !FakeContactService.calls().isEmpty());
        var key = UUID.randomUUID().toString();
        String tag = ADA.tag(verification(sent));
        FakeContactService.answers(call -> status);

        reissue(sent, key, tag, true, true, true)
                .then()
                .statusCode(503)
                .header("Retry-After", "5")
                .body("type", endsWith(":unavailable"));

        assertThat(revokedAt(sent)).isNotNull();
        FakeContactService.answers(call -> 204);
        reissue(sent, key, tag, true, true, true).then().statusCode(201).body("returnCode", equalTo(CODE));
        assertThat(calls())
                .extracting(Call::path)
                .hasSize(2)
                .containsOnly(calls().get(0).path());
        assertThat(revokedAt(sent)).isNull();
        assertThat(ask("SELECT count(*) FROM code_reissue")).isEqualTo("1");
    }

    @Test
    void a_crash_after_the_code_was_made_tells_nothing_and_the_same_call_gets_it() {
        Sent sent = Sent.enquiry().put();
        var key = UUID.randomUUID().toString();
        String tag = ADA.tag(verification(sent));
        TestDatabase.asOwner("ALTER TABLE code_reissue ADD CONSTRAINT ck_broken CHECK (made_at IS NULL) NOT VALID");
        try {
            Response broken = reissue(sent, key, tag, true, true, true);
            assertThat(broken.statusCode()).isEqualTo(500);
            assertThat(broken.asString()).doesNotContain(CODE);
        } finally {
            TestDatabase.asOwner("ALTER TABLE code_reissue DROP CONSTRAINT ck_broken");
        }

        reissue(sent, key, tag, true, true, true).then().statusCode(201).body("returnCode", equalTo(CODE));
        assertThat(calls())
                .extracting(Call::path)
                .hasSize(2)
                .containsOnly(calls().get(0).path());
    }

    @Test
    void without_an_audit_there_is_no_code() {
        Sent sent = Sent.enquiry().put();
        String tag = ADA.tag(verification(sent));
        TestDatabase.asOwner("ALTER TABLE audit ADD CONSTRAINT ck_broken CHECK (action = 'none') NOT VALID");
        try {
            reissue(sent, UUID.randomUUID().toString(), tag, true, true, true)
                    .then()
                    .statusCode(503);
        } finally {
            TestDatabase.asOwner("ALTER TABLE audit DROP CONSTRAINT ck_broken");
        }
        assertThat(calls()).isEmpty();
    }

    @Test
    void after_fifteen_minutes_or_when_contact_service_says_so_the_code_is_gone() {
        Sent sent = Sent.enquiry().put();
        var key = UUID.randomUUID().toString();
        String tag = ADA.tag(verification(sent));
        reissue(sent, key, tag, true, true, true).then().statusCode(201);
        FakeContactService.answers(call -> 409);
        reissue(sent, key, tag, true, true, true).then().statusCode(409).body("type", endsWith(":return-code-gone"));
        FakeContactService.reset();
        TestClock.advance(Duration.ofMinutes(15));

        reissue(sent, key, tag, true, true, true).then().statusCode(409);

        assertThat(calls()).isEmpty();
    }

    @Test
    void what_the_call_needs_is_asked_for() {
        Sent sent = Sent.enquiry().put();
        ADA.creates().body(checks(true, true, true)).post(codes(sent)).then().statusCode(428);
        ADA.calls()
                .header("If-Match", "\"0\"")
                .body(checks(true, true, true))
                .post(codes(sent))
                .then()
                .statusCode(400);
        var two = Map.of("checks", ((List<?>) checks(true, true, true).get("checks")).subList(0, 2));
        ADA.creates()
                .header("If-Match", "\"0\"")
                .body(two)
                .post(codes(sent))
                .then()
                .statusCode(400);
        assertThat(ask("SELECT count(*) FROM code_reissue")).isEqualTo("0");
    }

    private static Response reissue(Sent sent, String key, String tag, boolean about, boolean when, boolean how) {
        return ADA.calls()
                .header("Idempotency-Key", key)
                .header("If-Match", tag)
                .body(checks(about, when, how))
                .post(codes(sent));
    }

    private static Map<String, Object> checks(boolean about, boolean when, boolean how) {
        return Map.of(
                "checks",
                List.of(
                        Map.of("question", "what-about", "matched", about),
                        Map.of("question", "when-wrote", "matched", when),
                        Map.of("question", "how-answered", "matched", how)));
    }

    private static String revokedAt(Sent sent) {
        return ADA.sees("/v1/conversations/" + sent.conversationId + "/contact-state")
                .path("codeRevokedAt");
    }

    private static List<String> questions(Sent sent) {
        return ADA.sees(verification(sent)).path("questions.question");
    }

    private static List<Call> calls() {
        return FakeContactService.calls().stream()
                .filter(call -> call.path().contains("/return-codes/"))
                .toList();
    }

    private static String verification(Sent sent) {
        return "/v1/conversations/" + sent.conversationId + "/verification";
    }

    private static String codes(Sent sent) {
        return "/v1/conversations/" + sent.conversationId + "/return-codes";
    }
}
