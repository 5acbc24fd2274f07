package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.Part;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Http.Answer;
import uk.helpathand.people.Marker;
import uk.helpathand.people.Staff;

/** Closing a thread to somebody else, opening it to its owner again, and counting who came back. */
@ExtendWith(RunningWhole.class)
class WaysBackIT {

    private static final String KEY = "Idempotency-Key";
    private static final int MANY = 10;

    private final Whole whole;
    private final Staff ada;

    WaysBackIT(Whole whole) {
        this.whole = whole;
        this.ada = whole.staff("ada");
    }

    @Test
    void aRevokedCodeIsDeadAndANewOneOpensTheSameThread() {
        var marker = Marker.next();
        var old = whole.phone().write(marker);
        var reader = whole.phone().open(old);
        assertThat(reader.thread().messages()).containsExactly(marker);
        var thread = thread(ada.enquiry(marker));

        ada.api()
                .post(thread + "/code-revocations", Map.of("reason", "SEEN_BY_SOMEBODY"), KEY, newKey())
                .expect(201);

        Eventually.holds(
                "the open thread closes", () -> !reader.thread().words().contains(marker));
        assertThat(opens(old)).isFalse();

        var code = reissue(thread, newKey(), true)
                .expect(201)
                .json()
                .get("returnCode")
                .asText();
        assertThat(opens(old)).isFalse();
        assertThat(whole.phone().open(code).thread().messages()).containsExactly(marker);
    }

    @Test
    void aChildWhoThinksThatSomebodySawTheCodeEndsItAlone() {
        var marker = Marker.next();
        var phone = whole.phone();
        var code = phone.write(marker);
        phone.open(code);
        var thread = thread(ada.enquiry(marker));
        phone.get("/messages/code").expect(200);

        phone.post("/messages/code", Map.of()).expect(200);

        assertThat(opens(code)).isFalse();
        assertThat(phone.thread().words()).doesNotContain(marker);
        var revocation = Eventually.get(
                "staff are told",
                () -> Optional.ofNullable(ada.api()
                        .get(thread + "/code-revocations")
                        .expect(200)
                        .json()
                        .get("items")
                        .get(0)));
        assertThat(revocation.get("reason").asText()).isEqualTo("ASKED_BY_REQUESTER");
        assertThat(ada.texts(ada.enquiry(marker))).containsExactly(marker);
    }

    @Test
    void aChildSeesWhoHasLookedAndWhyAndNoName() {
        var marker = Marker.next();
        var phone = whole.phone();
        phone.open(phone.write(marker));
        ada.api().get(thread(ada.enquiry(marker)) + "/messages").expect(200);

        var page = phone.get("/messages/who-looked").expect(200).answer().body();

        assertThat(page).contains("An adviser read what you wrote").doesNotContain("Ada", marker);
    }

    @Test
    void whoeverDoesNotPassGetsNoCodeAndTheOldOneGoesOnOpening() {
        var marker = Marker.next();
        var code = whole.phone().write(marker);
        var thread = thread(ada.enquiry(marker));

        var refused = reissue(thread, newKey(), false);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("verification-not-passed");
        assertThat(opens(code)).isTrue();
        var questions = whole.staff("ben").api().get(thread + "/verification").expect(200);
        assertThat(questions.json().get("failedAttempts").asInt()).isEqualTo(1);
    }

    @Test
    void aCodeThatCannotBeMadeNowIsMadeByTheSameCallLater() {
        var marker = Marker.next();
        var old = whole.phone().write(marker);
        var thread = thread(ada.enquiry(marker));
        var tag = tag(thread + "/verification");
        var key = newKey();
        whole.stack().kill(Part.CONTACT_SERVICE);
        try {
            assertThat(reissue(thread, key, tag, true).status()).isEqualTo(503);
        } finally {
            whole.stack().start(Part.CONTACT_SERVICE);
        }
        assertThat(opens(old)).isTrue();

        var code = reissue(thread, key, tag, true)
                .expect(201)
                .json()
                .get("returnCode")
                .asText();
        var again = reissue(thread, key, tag, true)
                .expect(201)
                .json()
                .get("returnCode")
                .asText();

        assertThat(again).isEqualTo(code);
        assertThat(opens(old)).isFalse();
        assertThat(opens(code)).isTrue();
        assertThat(whole.count(
                        "casework", "SELECT count(*) FROM code_reissue r WHERE r::text LIKE ?", "%" + code + "%"))
                .isZero();
    }

    @Test
    void aPhoneThatIsNotSafeAnyMoreShowsNothingAndItsNumberIsGone() {
        var marker = Marker.next();
        var phone = whole.phone();
        var code = phone.write(Map.of("happening", marker, "reply", "text", "number", "07700 900123"));
        phone.open(code);
        assertThat(phone.thread().messages()).containsExactly(marker);
        var thread = thread(ada.enquiry(marker));
        assertThat(wished(thread).get("number").asText()).contains("900123");

        ada.api()
                .put(
                        thread + "/safe-contact",
                        Map.of("replyBy", "code", "safeTimes", List.of(), "safeNote", "My phone is not safe any more"),
                        "If-Match",
                        tag(thread + "/contact-state"))
                .expect(200);

        Eventually.holds("the thread closes", () -> !phone.thread().words().contains(marker));
        Eventually.holds(
                "the number is gone",
                () -> whole.count(
                                "contact",
                                "SELECT count(*) FROM conversation WHERE id = ?::uuid AND number IS NULL",
                                thread.substring(thread.lastIndexOf('/') + 1))
                        == 1);
        Eventually.holds("nothing is owed", () -> whole.count("contact", "SELECT count(*) FROM outbox") == 0);
        assertThat(wished(thread).get("safeNote").asText()).isEqualTo("My phone is not safe any more");
        assertThat(wished(thread).path("number").asText("")).isEmpty();
        assertThat(opens(code)).isTrue();
    }

    @Test
    void theAnalystSeesHowManyCameBackAndNothingOfAnyOne() {
        var codes = IntStream.range(0, 2 * MANY)
                .mapToObj(i -> whole.phone().write(Marker.next()))
                .toList();
        codes.subList(0, MANY).forEach(code -> whole.phone().open(code));
        var ana = whole.staff("ana").api();
        var path = "/v1/insights/returns?to="
                + LocalDate.now(ZoneId.of("Europe/London")).plusDays(1);

        Eventually.holds("counted", () -> {
            var figures = ana.get(path).expect(200).json();
            return figures.path("returned").asLong() >= MANY
                    && figures.path("begun").asLong() >= 2 * MANY;
        });

        var figures = ana.get(path).expect(200).json();
        assertThat(figures.get("rate").asDouble()).isBetween(0.01, 0.99);
        assertThat(figures.get("suppressed").asBoolean()).isFalse();
        var few = ana.get("/v1/insights/returns?from=2020-01-01&to=2020-01-31")
                .expect(200)
                .json();
        assertThat(few.get("suppressed").asBoolean()).isTrue();
        assertThat(few.has("begun")).isFalse();
        assertThat(ada.api().get(path).status()).isEqualTo(403);
    }

    private boolean opens(String code) {
        return whole.phone().post("/messages", Map.of("code", code)).status() == 303;
    }

    private JsonNode wished(String thread) {
        return ada.api().get(thread + "/contact-state").expect(200).json().get("wished");
    }

    private Answer reissue(String thread, String key, boolean right) {
        return reissue(thread, key, tag(thread + "/verification"), right);
    }

    private Answer reissue(String thread, String key, String tag, boolean right) {
        var checks = List.of(
                Map.of("question", "what-about", "matched", right),
                Map.of("question", "when-wrote", "matched", right),
                Map.of("question", "how-answered", "matched", true));
        return ada.api().post(thread + "/return-codes", Map.of("checks", checks), KEY, key, "If-Match", tag);
    }

    private String tag(String path) {
        return ada.api().get(path).expect(200).header("ETag");
    }

    private static String thread(JsonNode enquiry) {
        return "/v1/conversations/" + enquiry.get("conversationId").asText();
    }

    private static String newKey() {
        return UUID.randomUUID().toString();
    }
}
