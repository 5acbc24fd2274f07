package uk.helpathand.casework.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.TestClock;
import uk.helpathand.casework.fixture.Wait;

/** What staff are told of texts before they type, and what becomes of what they type. */
@QuarkusTest
class ContactStateTest extends ServiceTest {

    private static final Instant TUESDAY_NOON = Instant.parse("2026-12-01T12:00:00Z");
    private static final Instant TUESDAY_NIGHT = Instant.parse("2026-12-01T23:00:00Z");
    private static final String WEDNESDAY_AT_8 = "2026-12-02T08:00:00Z";

    @BeforeEach
    void noon() {
        TestClock.moveTo(TUESDAY_NOON);
    }

    @Test
    void a_child_who_texts_is_answered_in_words_which_a_locked_screen_shows() {
        Response state = state(Sent.text().put());

        assertThat(state.<List<String>>path("routes")).containsExactly("text");
        assertThat(state.<Boolean>path("text.allowed")).isTrue();
        assertThat(state.<String>path("text.form")).isEqualTo("words");
        assertThat(state.<Boolean>path("text.lockScreen")).isTrue();
        assertThat(state.<String>path("text.rule")).isNull();
        assertThat(state.<String>path("text.opensAt")).isNull();
        assertThat(state.<String>path("text.closesAt")).isEqualTo("2026-12-01T21:00:00Z");
        assertThat(state.<Object>path("offer")).isNull();
    }

    @Test
    void at_night_a_text_waits_for_the_next_safe_time() {
        TestClock.moveTo(TUESDAY_NIGHT);
        Sent sent = Sent.text().put();

        assertThat(state(sent).<List<String>>path("routes")).containsExactly("text");
        assertThat(state(sent).<String>path("text.rule")).isEqualTo("outside-hours");
        assertThat(state(sent).<Boolean>path("text.overridable")).isTrue();
        assertThat(state(sent).<String>path("text.opensAt")).isEqualTo(WEDNESDAY_AT_8);
        assertThat(preview(ADA, sent, "Hello", null).<String>path("text.outcome"))
                .isEqualTo("hold");
        assertThat(preview(ADA, sent, "Hello", null).<String>path("text.until")).isEqualTo(WEDNESDAY_AT_8);
        ADA.replies(sent, "Hello").then().statusCode(201);
    }

    @Test
    void on_the_web_the_answer_is_on_the_thread_and_a_text_says_only_that_there_is_one() {
        Sent sent = onTheWeb(NumberIs.MINE, null, null);

        assertThat(state(sent).<List<String>>path("routes")).containsExactly("web", "text");
        assertThat(state(sent).<String>path("text.form")).isEqualTo("notice");
        assertThat(state(sent).<Boolean>path("text.lockScreen")).isFalse();
        Response preview = preview(ADA, sent, "x".repeat(500), null);
        assertThat(preview.<String>path("route")).isEqualTo("web");
        assertThat(preview.<Integer>path("characters")).isEqualTo(500);
        assertThat(preview.<String>path("text.outcome")).isEqualTo("send");
        assertThat(preview.<String>path("text.form")).isEqualTo("notice");
        assertThat(preview.<Integer>path("text.segments")).isEqualTo(1);
        assertThat(preview.<Integer>path("text.characters"))
                .isEqualTo("There is an answer for you where you asked. Look when it suits you.".length());
        assertThat(preview.<List<String>>path("text.warnings")).isEmpty();
    }

    @Test
    void a_notice_is_in_the_cover_words_or_in_the_language_of_the_child() {
        Sent cover = onTheWeb(NumberIs.MINE, "Your book is in", null);
        Sent arabic = Sent.enquiry();
        arabic.language = "ar";
        arabic.safeContact = Sent.byText(1, NumberIs.MINE, null);
        arabic.put();

        assertThat(preview(ADA, cover, "Hello", null).<Integer>path("text.characters"))
                .isEqualTo(15);
        assertThat(preview(ADA, arabic, "Hello", null).<String>path("text.encoding"))
                .isEqualTo("ucs-2");
        assertThat(preview(ADA, arabic, "Hello", null).<List<String>>path("text.warnings"))
                .isEmpty();
    }

    @Test
    void who_chose_the_answer_in_the_text_gets_words() {
        Sent sent = onTheWeb(NumberIs.MINE, null, true);

        assertThat(state(sent).<String>path("text.form")).isEqualTo("words");
        assertThat(state(sent).<Boolean>path("text.lockScreen")).isTrue();
        Response preview = preview(ADA, sent, "Hello", null);
        assertThat(preview.<Integer>path("text.units")).isEqualTo(5);
        assertThat(preview.<List<String>>path("text.warnings")).containsExactly("lock-screen");

        TestClock.moveTo(TUESDAY_NIGHT);
        assertThat(state(sent).<Boolean>path("text.lockScreen")).isTrue();
        assertThat(preview(ADA, sent, "Hello", null).<List<String>>path("text.warnings"))
                .containsExactly("lock-screen");
    }

    /** Whoever reads it there must read no more than that there is an answer, whatever was chosen before. */
    @Test
    void on_a_shared_phone_the_answer_stays_on_the_web_and_no_locked_screen_shows_it() {
        Sent sent = onTheWeb(NumberIs.SHARED, null, true);

        assertThat(state(sent).<List<String>>path("routes")).containsExactly("web", "text");
        assertThat(state(sent).<String>path("text.form")).isEqualTo("notice");
        assertThat(state(sent).<Boolean>path("text.lockScreen")).isFalse();
        assertThat(preview(ADA, sent, "Hello", null).<List<String>>path("text.warnings"))
                .isEmpty();
        var override = Map.of("rule", "shared-phone", "reason", "She holds it now, I have her on the line");
        assertThat(preview(LEA, sent, "Hello", override).<List<String>>path("text.warnings"))
                .containsExactly("lock-screen");
    }

    @Test
    void what_a_text_costs_is_said_as_it_would_be_sent() {
        Sent sent = Sent.text().put();

        Response folded = preview(ADA, sent, "’" + "1".repeat(159), null);
        Response emoji = preview(ADA, sent, "😜" + "1".repeat(69), null);

        assertThat(folded.<String>path("route")).isEqualTo("text");
        assertThat(folded.<String>path("text.encoding")).isEqualTo("gsm-7");
        assertThat(folded.<Integer>path("text.units")).isEqualTo(160);
        assertThat(folded.<Integer>path("text.segments")).isEqualTo(1);
        assertThat(folded.<List<String>>path("text.warnings")).containsExactly("lock-screen");
        assertThat(emoji.<String>path("text.encoding")).isEqualTo("ucs-2");
        assertThat(emoji.<Integer>path("text.units")).isEqualTo(71);
        assertThat(emoji.<Integer>path("text.segments")).isEqualTo(2);
        assertThat(emoji.<Integer>path("text.characters")).isEqualTo(70);
        assertThat(emoji.<List<String>>path("text.warnings")).containsExactly("lock-screen", "ucs-2");
        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("1");
    }

    @Test
    void once_texts_are_stopped_staff_know_before_they_type_and_nothing_is_stored() {
        Sent sent = Sent.text().put();
        sent.contactState(Sent.byText(2, NumberIs.MINE, TUESDAY_NOON));

        Response state = state(sent);
        assertThat(state.<List<String>>path("routes")).isEmpty();
        assertThat(state.<Boolean>path("text.allowed")).isFalse();
        assertThat(state.<String>path("text.rule")).isEqualTo("texts-stopped");
        assertThat(state.<Boolean>path("text.overridable")).isFalse();
        assertThat(state.<String>path("text.form")).isNull();
        assertThat(state.<Boolean>path("text.lockScreen")).isTrue();
        assertThat(state.<String>path("textsStoppedAt")).isEqualTo(TUESDAY_NOON.toString());
        assertThat(state.<List<String>>path("offer")).containsExactly("web", "call");
        Response preview = preview(ADA, sent, "Hello", null);
        assertThat(preview.<Boolean>path("allowed")).isFalse();
        assertThat(preview.<List<String>>path("reasons")).containsExactly("text-refused");
        assertThat(preview.<String>path("text.outcome")).isEqualTo("refuse");

        refused(ADA.replies(sent, "Hello"), "texts-stopped");

        assertThat(ask("SELECT count(*) FROM message")).isEqualTo("1");
        assertThat(ask("SELECT count(*) FROM outbox")).isEqualTo("0");
        assertThat(ask("SELECT waiting_since IS NOT NULL FROM conversation")).isEqualTo("t");
    }

    @Test
    void a_reissued_code_opens_a_thread_where_the_answer_can_stand() {
        Sent sent = Sent.text();
        sent.safeContact = Sent.byText(1, NumberIs.MINE, TUESDAY_NOON);
        sent.put();
        refused(ADA.replies(sent, "Hello"), "texts-stopped");

        reissue(sent);

        assertThat(state(sent).<List<String>>path("routes")).containsExactly("web");
        ADA.replies(sent, "Hello").then().statusCode(201);
    }

    @Test
    void a_web_conversation_is_always_answered_whatever_becomes_of_the_text() {
        Sent sent = onTheWeb(NumberIs.SOMEONE_ELSE, null, null);

        assertThat(state(sent).<List<String>>path("routes")).containsExactly("web");
        assertThat(state(sent).<String>path("text.rule")).isEqualTo("someone-elses-phone");
        assertThat(preview(ADA, sent, "Hello", null).<Boolean>path("allowed")).isTrue();
        ADA.replies(sent, "Hello").then().statusCode(201);
        assertThat(state(Sent.enquiry().put()).<String>path("text.rule")).isEqualTo("no-number");
    }

    @Test
    void a_lead_sets_a_rule_aside_with_a_reason_that_is_audited_and_not_sent() {
        Sent sent = shared();
        refused(ADA.replies(sent, "Hello"), "shared-phone");
        var override = Map.of("rule", "shared-phone", "reason", "She holds it now, I have her on the line");

        preview(ADA, sent, "Hello", override).then().statusCode(403);
        reply(ADA, sent, override).then().statusCode(403);
        assertThat(preview(LEA, sent, "Hello", override).<String>path("text.outcome"))
                .isEqualTo("send");
        reply(LEA, sent, override).then().statusCode(201).body("by", equalTo("Lea"));

        assertThat(ask("SELECT said.reason FROM audit JOIN audit_reason said ON audit_id = id"
                        + " WHERE action = 'conversation.override-rule' AND actor = 'lea'"))
                .isEqualTo("shared-phone: She holds it now, I have her on the line");
        assertThat(ask("SELECT count(*) FROM audit WHERE outcome = 'refused' AND actor = 'ada'"))
                .isEqualTo("2");
        String path = "/v1/conversations/" + sent.conversationId + "/messages/";
        Wait.until("handed over", () -> FakeContactService.calls().stream()
                .anyMatch(call -> call.path().startsWith(path)));
        var body = FakeContactService.calls().stream()
                .filter(call -> call.path().startsWith(path))
                .findFirst()
                .orElseThrow()
                .body();
        assertThat(body.path("overriddenRule").asText()).isEqualTo("shared-phone");
        assertThat(body.toString()).doesNotContain("on the line");
    }

    @Test
    void not_every_rule_can_be_set_aside_and_each_is_named() {
        Sent stopped = Sent.text();
        stopped.safeContact = Sent.byText(1, NumberIs.MINE, TUESDAY_NOON);
        stopped.put();

        for (String rule : List.of("texts-stopped", "not-a-phone", "no-such-rule")) {
            reply(LEA, stopped, Map.of("rule", rule, "reason", "please"))
                    .then()
                    .statusCode(422)
                    .body("type", endsWith(":text-refused"));
        }
        refused(reply(LEA, stopped, Map.of("rule", "shared-phone", "reason", "please")), "texts-stopped");
        reply(LEA, stopped, Map.of("rule", "shared-phone")).then().statusCode(400);
        assertThat(ask("SELECT count(*) FROM message WHERE author = 'team'")).isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'conversation.override-rule'"))
                .isEqualTo("0");
    }

    /** A provider would refuse it after it was promised, and there is no page where the answer stands. */
    @Test
    void what_no_provider_takes_is_refused_before_it_is_sent() {
        Sent sent = Sent.text();
        sent.safeContact = Sent.byText(1, NumberIs.MINE, null);
        sent.put();

        Response longest = preview(ADA, sent, "é".repeat(918), null);
        assertThat(longest.<Boolean>path("allowed")).isTrue();
        Response longer = preview(ADA, sent, "é".repeat(919), null);
        assertThat(longer.<Boolean>path("allowed")).isFalse();
        assertThat(longer.<String>path("text.rule")).isEqualTo("too-long");
        assertThat(longer.<Boolean>path("text.overridable")).isFalse();
        refused(
                ADA.creates()
                        .body(body(sent, "x".repeat(919), null))
                        .post("/v1/conversations/" + sent.conversationId + "/messages"),
                "too-long");
        assertThat(ask("SELECT count(*) FROM message WHERE author = 'team'")).isEqualTo("0");
    }

    @Test
    void the_hours_are_those_the_child_called_safe() {
        Sent sent = Sent.text();
        sent.safeContact =
                new SafeContact(1, ReplyBy.TEXT, "07700 900123", null, null, List.of(SafeTime.WEEKEND_EVENING), null);
        sent.put();

        assertThat(state(sent).<String>path("text.opensAt")).isEqualTo("2026-12-05T18:00:00Z");
        assertThat(state(sent).<String>path("text.closesAt")).isEqualTo("2026-12-05T21:00:00Z");
    }

    private static Sent shared() {
        Sent sent = Sent.text();
        sent.safeContact = Sent.byText(1, NumberIs.SHARED, null);
        return sent.put();
    }

    private static Sent onTheWeb(NumberIs numberIs, String coverWords, Boolean answersInText) {
        Sent sent = Sent.enquiry();
        sent.safeContact = new SafeContact(
                1,
                ReplyBy.TEXT,
                "07700 900123",
                numberIs,
                null,
                List.of(),
                null,
                coverWords,
                null,
                answersInText,
                null);
        return sent.put();
    }

    private static void reissue(Sent sent) {
        String path = "/v1/conversations/" + sent.conversationId;
        ADA.creates()
                .header("If-Match", ADA.tag(path + "/verification"))
                .body(Map.of(
                        "checks",
                        List.of("what-about", "when-wrote", "how-answered").stream()
                                .map(question -> Map.of("question", question, "matched", true))
                                .toList()))
                .post(path + "/return-codes")
                .then()
                .statusCode(201);
    }

    private static void refused(Response answer, String rule) {
        answer.then().statusCode(422).body("type", endsWith(":text-refused")).body("detail", equalTo(rule));
    }

    private static Response state(Sent sent) {
        return ADA.sees("/v1/conversations/" + sent.conversationId + "/contact-state");
    }

    private static Response preview(Staff staff, Sent sent, String text, Map<String, String> override) {
        return staff.calls()
                .body(body(sent, text, override))
                .post("/v1/conversations/" + sent.conversationId + "/message-previews");
    }

    private static Response reply(Staff staff, Sent sent, Map<String, String> override) {
        return staff.creates()
                .body(body(sent, "Hello", override))
                .post("/v1/conversations/" + sent.conversationId + "/messages");
    }

    private static Map<String, Object> body(Sent sent, String text, Map<String, String> override) {
        var body = new HashMap<String, Object>(Map.of("text", text, "audience", sent.requester.wire()));
        if (override != null) {
            body.put("override", override);
        }
        return body;
    }
}
