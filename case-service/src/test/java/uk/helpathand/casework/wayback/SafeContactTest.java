package uk.helpathand.casework.wayback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.ServiceTest;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.casework.fixture.Wait;

/** "My phone is not safe any more", told to an adviser. */
@QuarkusTest
class SafeContactTest extends ServiceTest {

    private static final String NOTE = "My phone is not safe any more";
    private static final Instant STOPPED = Instant.parse("2026-11-02T10:00:00Z");
    private static final Map<String, Object> NOT_SAFE =
            Map.of("replyBy", "code", "safeTimes", List.of("weekend-day"), "safeNote", NOTE);

    @Test
    void what_was_told_replaces_all_that_was_known_and_reaches_contact_service_at_once() {
        Sent sent = byText();
        String enquiryTag = ADA.tag("/v1/enquiries/" + sent.id);

        Response set = set(ADA, sent, state(sent).header("ETag"));

        set.then().statusCode(200);
        assertThat(set.header("ETag")).isEqualTo(state(sent).header("ETag"));
        assertThat(state(sent).<String>path("wished.replyBy")).isEqualTo("code");
        assertThat(state(sent).<String>path("wished.number")).isNull();
        assertThat(state(sent).<String>path("wished.safeNote")).isEqualTo(NOTE);
        Wait.until(
                "handed over", () -> !FakeContactService.calls("/safe-contact").isEmpty());
        var call = FakeContactService.calls("/safe-contact").get(0);
        assertThat(call.query()).startsWith("toldAt=20");
        assertThat(call.body().path("version").asLong()).isEqualTo(1);
        assertThat(call.body().path("safeNote").asText()).isEqualTo(NOTE);
        assertThat(ADA.tag("/v1/enquiries/" + sent.id)).isNotEqualTo(enquiryTag);
        assertThat(ask("SELECT count(*) FROM audit WHERE action = 'conversation.set-safe-contact'"))
                .isEqualTo("1");
    }

    @Test
    void whoever_has_not_read_the_newest_learns_what_differs() {
        Sent sent = byText();
        String old = state(sent).header("ETag");
        set(ADA, sent, old).then().statusCode(200);

        BEN.calls()
                .header("If-Match", old)
                .body(Map.of("replyBy", "code", "safeTimes", List.of()))
                .put(path(sent))
                .then()
                .statusCode(412)
                .body("type", endsWith(":stale"))
                .body("detail", containsString("safeTimes, safeNote"));
        BEN.calls().body(NOT_SAFE).put(path(sent)).then().statusCode(428);
        set(BEN, sent, "W/" + state(sent).header("ETag")).then().statusCode(412);
        assertThat(ask("SELECT contact_staff_version FROM conversation")).isEqualTo("1");
    }

    @Test
    void a_reply_that_contact_service_does_not_take_does_not_hold_it_up() {
        Sent sent = byText();
        FakeContactService.answers(call -> call.path().contains("/messages/") ? 500 : 204);
        ADA.replies(sent, "Hello").then().statusCode(201);
        Wait.until("the reply fails", () -> !FakeContactService.calls().isEmpty());

        set(ADA, sent, state(sent).header("ETag")).then().statusCode(200);

        Wait.until(
                "handed over", () -> !FakeContactService.calls("/safe-contact").isEmpty());
    }

    @Test
    void a_state_that_does_not_know_yet_what_staff_were_told_changes_nothing() {
        Sent sent = byText();
        set(ADA, sent, state(sent).header("ETag")).then().statusCode(200);
        String tag = state(sent).header("ETag");

        handOver(sent, 0, byText(7));
        assertThat(state(sent).<String>path("wished.safeNote")).isEqualTo(NOTE);

        // Our own change as it comes back is nothing new, and nobody's ETag grows old by it.
        handOver(sent, 1, new SafeContact(8, ReplyBy.CODE, null, null, null, List.of(SafeTime.WEEKEND_DAY), NOTE));
        assertThat(state(sent).header("ETag")).isEqualTo(tag);
    }

    @Test
    void what_the_child_sets_after_that_is_newer() {
        Sent sent = byText();
        set(ADA, sent, state(sent).header("ETag")).then().statusCode(200);
        String tag = state(sent).header("ETag");

        handOver(sent, 1, byText(9));
        handOver(sent, 1, new SafeContact(8, ReplyBy.CODE, null, null, null, List.of(), "older"));

        assertThat(state(sent).<String>path("wished.replyBy")).isEqualTo("text");
        assertThat(state(sent).<String>path("wished.safeNote")).isNull();
        set(ADA, sent, tag).then().statusCode(412);
    }

    @Test
    void what_is_said_of_texts_goes_both_ways_and_is_sealed() {
        Sent sent = Sent.enquiry();
        sent.safeContact = new SafeContact(
                1,
                ReplyBy.TEXT,
                "07700 900123",
                NumberIs.MINE,
                null,
                List.of(),
                null,
                "It is Robin's library",
                true,
                true,
                null);
        sent.put();

        assertThat(state(sent).<String>path("wished.coverWords")).isEqualTo("It is Robin's library");
        assertThat(state(sent).<Boolean>path("wished.noVoicemail")).isTrue();
        assertThat(state(sent).<Boolean>path("wished.answersInText")).isTrue();
        assertThat(ask("SELECT position('library'::bytea IN cover_words) FROM conversation"))
                .isEqualTo("0");

        String old = state(sent).header("ETag");
        var told = Map.of(
                "replyBy", "text", "number", "07700 900123", "safeTimes", List.of(), "coverWords", "Your book is in");
        ADA.calls().header("If-Match", old).body(told).put(path(sent)).then().statusCode(200);

        Wait.until(
                "handed over", () -> !FakeContactService.calls("/safe-contact").isEmpty());
        var body = FakeContactService.calls("/safe-contact").get(0).body();
        assertThat(body.path("coverWords").asText()).isEqualTo("Your book is in");
        assertThat(body.has("noVoicemail")).isFalse();
        BEN.calls()
                .header("If-Match", old)
                .body(Map.of("replyBy", "text", "number", "07700 900123", "safeTimes", List.of(), "noVoicemail", true))
                .put(path(sent))
                .then()
                .statusCode(412)
                .body("detail", containsString("coverWords, noVoicemail"));
    }

    @Test
    void that_texts_are_stopped_comes_from_contact_service_alone() {
        Sent sent = byText();
        handOver(sent, 0, Sent.byText(2, NumberIs.MINE, STOPPED));
        assertThat(state(sent).<String>path("textsStoppedAt")).isEqualTo(STOPPED.toString());

        set(ADA, sent, state(sent).header("ETag")).then().statusCode(200);

        assertThat(state(sent).<String>path("textsStoppedAt")).isEqualTo(STOPPED.toString());
        Wait.until(
                "handed over", () -> !FakeContactService.calls("/safe-contact").isEmpty());
        assertThat(FakeContactService.calls("/safe-contact").get(0).body().has("textsStoppedAt"))
                .isFalse();

        // It counts even in a state that does not know yet what staff were told; nothing else of that state does.
        handOver(sent, 0, Sent.byText(3, NumberIs.SHARED, null));
        assertThat(state(sent).<String>path("textsStoppedAt")).isNull();
        assertThat(state(sent).<String>path("wished.safeNote")).isEqualTo(NOTE);
        handOver(sent, 0, Sent.byText(2, NumberIs.MINE, STOPPED));
        assertThat(state(sent).<String>path("textsStoppedAt")).isNull();
    }

    private static Sent byText() {
        Sent sent = Sent.enquiry();
        sent.safeContact = byText(1);
        return sent.put();
    }

    private static SafeContact byText(long version) {
        return new SafeContact(version, ReplyBy.TEXT, "07700 900123", NumberIs.MINE, null, List.of(), null);
    }

    private static Response set(Staff staff, Sent sent, String tag) {
        return staff.calls().header("If-Match", tag).body(NOT_SAFE).put(path(sent));
    }

    private static void handOver(Sent sent, long staffVersion, SafeContact state) {
        Sent.handOver("/v1/conversations/" + sent.conversationId + "/contact-state?staffVersion=" + staffVersion, state)
                .then()
                .statusCode(204);
    }

    private static Response state(Sent sent) {
        return ADA.sees("/v1/conversations/" + sent.conversationId + "/contact-state");
    }

    private static String path(Sent sent) {
        return "/v1/conversations/" + sent.conversationId + "/safe-contact";
    }
}
