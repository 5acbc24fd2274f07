package uk.helpathand.contact.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.platform.fixture.TestDatabase.asOwner;
import static uk.helpathand.platform.fixture.TestDatabase.ask;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.contact.conversation.Conversation;
import uk.helpathand.contact.conversation.Conversations;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.contact.fixture.FakeCaseService.Call;
import uk.helpathand.contact.fixture.Wait;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.fixture.TestRealm;

/** What is left of words about safe contact that were also about a child who was erased, as it arrives here. */
@QuarkusTest
class RedactedWordsTest {

    private static final String LATER = "2099-01-01T10:00:00Z";
    private static final String BEFORE = "2020-01-01T10:00:00Z";
    private static final String NOTE = "Never when Robin is in";
    private static final String COVER = "Robin left a book here";

    @Inject
    Conversations conversations;

    @BeforeEach
    void said() {
        FakeCaseService.reset();
        TestDatabase.empty();
        Visitor.modern().send("they r moving me friday");
        conversations.setSafeContact(conversation(), wish(NOTE, COVER));
        settled();
        FakeCaseService.reset();
    }

    @Test
    void the_words_change_and_how_they_are_reached_stays() {
        redact(1, LATER, "Never when he is in", null);

        SafeContact held = held();
        assertThat(held.safeNote()).isEqualTo("Never when he is in");
        assertThat(held.coverWords()).isNull();
        assertThat(held.number()).isEqualTo("07700 900123");
        settled();
        assertThat(FakeCaseService.calls("/contact-state"))
                .as("case-service knows")
                .isEmpty();
    }

    @Test
    void an_older_one_and_a_repeat_change_nothing() {
        redact(2, LATER, "the second", null);
        redact(1, LATER, "the first", null);
        redact(2, LATER, "the second, altered", null);

        assertThat(held().safeNote()).isEqualTo("the second");
    }

    /** They went by themselves with the rest once the team had finished. */
    @Test
    void what_is_not_held_any_more_does_not_come_back() {
        asOwner("UPDATE conversation SET safe_note = NULL, cover_words = NULL");

        redact(1, LATER, "left", "left");

        assertThat(ask("SELECT concat(safe_note, cover_words) FROM conversation"))
                .isEmpty();
    }

    @Test
    void what_they_said_anew_since_it_was_read_stays_and_the_team_hears_of_it() {
        redact(1, BEFORE, "left", "left");

        assertThat(held().safeNote()).isEqualTo(NOTE);
        settled();
        Call told = FakeCaseService.calls("/contact-state").get(0);
        assertThat(told.query()).contains("wordsVersion=1");
        assertThat(new JsonPath(told.body()).getString("safeNote")).isEqualTo(NOTE);
    }

    /** Told before and on its way while the words were redacted. */
    @Test
    void what_staff_were_told_before_brings_none_of_the_words_back() {
        redact(1, LATER, "Never when he is in", "A book is here");

        tell(1, 0, NOTE, COVER);

        assertThat(held().safeNote()).isEqualTo("Never when he is in");
        assertThat(held().coverWords()).isEqualTo("A book is here");
        assertThat(held().replyBy()).as("all else counts").isEqualTo(ReplyBy.CODE);
        tell(2, 1, "Only in the morning", null);
        assertThat(held().safeNote()).isEqualTo("Only in the morning");
        assertThat(held().coverWords()).isNull();
    }

    private static SafeContact wish(String note, String cover) {
        return new SafeContact(
                1, ReplyBy.TEXT, "07700 900123", NumberIs.MINE, null, List.of(), note, cover, null, null, null);
    }

    private static UUID conversation() {
        return UUID.fromString(ask("SELECT id FROM conversation"));
    }

    private SafeContact held() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Conversation.get(conversation()).safeContact(conversations.cipherOf(conversation())));
    }

    private static void redact(long version, String readAt, String note, String cover) {
        var body = words(note, cover);
        body.put("version", version);
        body.put("readAt", readAt);
        put("/redacted-words", body);
    }

    private static void tell(long version, long wordsVersion, String note, String cover) {
        var body = words(note, cover);
        body.putAll(Map.of("version", version, "replyBy", "code", "safeTimes", List.of()));
        put("/safe-contact?wordsVersion=" + wordsVersion, body);
    }

    private static Map<String, Object> words(String note, String cover) {
        var body = new HashMap<String, Object>();
        body.put("safeNote", note);
        body.put("coverWords", cover);
        return body;
    }

    private static void put(String path, Object body) {
        given().auth()
                .oauth2(TestRealm.token("case-service", "handover"))
                .contentType("application/json")
                .body(body)
                .put("/v1/conversations/" + conversation() + path)
                .then()
                .statusCode(204);
    }

    private static void settled() {
        Wait.until("outbox empty", () -> "0".equals(ask("select count(*) from outbox")));
    }
}
