package uk.helpathand.journeys.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.Arrival;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.Part;
import uk.helpathand.people.AdultPhone;
import uk.helpathand.people.Marker;
import uk.helpathand.people.Staff;

/**
 * One of two children of a referral is erased, and what was said of both in one breath is redacted: of whoever went nothing is left
 * in either database, in a log or in a mail, and all that was said of whoever stays is there.
 */
@ExtendWith(RunningWhole.class)
class RedactionIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String KEY = "Idempotency-Key";

    private final Whole whole;
    private final Canaries goes = new Canaries();
    private final Canaries stays = new Canaries();
    private final Staff ada;
    private final Staff lea;

    /** Words that all shared texts have, about whoever goes and whoever stays. */
    private final String gone;

    private final String left;
    private final String first = Marker.next();

    RedactionIT(Whole whole) {
        this.whole = whole;
        this.ada = whole.staff("ada");
        this.lea = whole.staff("lea");
        this.gone = goes.word("what was said of both");
        this.left = stays.word("what was said of both");
    }

    @Test
    void nothingOfOneOfTwoIsLeftAndTheOtherStays() {
        var adult = refers();
        var enquiry = ada.enquiry(first);
        var cases = works(enquiry);
        var code = newCode(enquiry);
        var childId = UUID.fromString(cases.get(0).get("childId").asText());
        ada.close(cases.get(0).get("caseId").asText(), both("closure"));
        new Arrival(whole).nothingIsOwed(PATIENCE);
        goes.somewhereIn("the record", everything());

        new Erasing(ada, lea).erase(childId, PATIENCE);
        var redaction = redacts(enquiry);

        new Arrival(whole).nothingIsOwed(PATIENCE);
        assertThat(ada.api().get(redaction).expect(200).json().get("status").asText())
                .isEqualTo("done");
        var traces = new Traces(whole);
        traces.rows("contact").forEach(goes::notIn);
        traces.rows("casework").forEach(goes::notIn);
        traces.all().forEach(goes::notIn);
        stays.somewhereIn("the record", traces.rows("casework").get("casework.message"));
        assertThat(adult.thread(code).get("/messages").expect(200).answer().body())
                .doesNotContain(gone)
                .contains("kept by the team", left);
        var held = whole.caller(whole.contact(), whole.tokenOf(Part.CASE_SERVICE))
                .get(thread(enquiry) + "/held")
                .expect(200)
                .body();
        assertThat(held)
                .as("sealed in contact-service")
                .doesNotContain(gone)
                .contains("note of another child and " + left, "cover of another child and " + left);
        var state =
                ada.api().get(thread(enquiry) + "/contact-state").expect(200).body();
        assertThat(state).doesNotContain(gone).contains(left);
    }

    /** A sentence about both. */
    private String both(String what) {
        return what + " of " + gone + " and " + left;
    }

    private AdultPhone refers() {
        var adult = new AdultPhone(whole.contact(), PATIENCE);
        var pages = new LinkedHashMap<String, Map<String, String>>();
        pages.put("danger", Map.of("danger", "no"));
        pages.put("you", Map.of("type", "FOSTER_CARER"));
        pages.put("happening", Map.of("happening", first + " " + both("happening")));
        pages.put("children/1/name", Map.of("name", goes.name("name")));
        pages.put("children/1/wish", Map.of("words", goes.sentence("wish"), "obtained", "ASKED"));
        pages.put("children", Map.of("another", "yes"));
        pages.put("children/2/name", Map.of("name", "Sam"));
        pages.put("children/2/wish", Map.of("words", stays.sentence("wish"), "obtained", "ASKED"));
        pages.put("events/1", Map.of("what", both("event"), "more", "no"));
        pages.put("tried", Map.of("tried", both("tried")));
        pages.put("reply", Map.of("reply", "code", "safeNote", both("note")));
        adult.send(adult.fill(pages)).expect(303);
        return adult;
    }

    /** Words about both wherever the team can write them; the cases of the two. */
    private List<JsonNode> works(JsonNode enquiry) {
        var children = enquiry.get("children");
        var cases = ada.triage(
                        enquiry,
                        Map.of(
                                "outcome", "open-case",
                                "tellChild", both("told"),
                                "children",
                                        List.of(
                                                child(children.get(0), goes.name("child")),
                                                child(children.get(1), "Sam Example"))))
                .get("cases");
        ada.reply(enquiry, Map.of("text", both("reply"), "audience", "adult"));
        put(enquiry, "/progress", Map.of("stage", "working", "nextStep", both("next step")));
        put(
                enquiry,
                "/safe-contact",
                Map.of(
                        "replyBy", "code",
                        "safeTimes", List.of(),
                        "safeNote", both("note"),
                        "coverWords", both("cover")));
        ada.api()
                .post(
                        thread(enquiry) + "/code-revocations",
                        Map.of("reason", "SEEN_BY_SOMEBODY", "note", both("note beside the code")),
                        KEY,
                        UUID.randomUUID().toString())
                .expect(201);
        return List.of(cases.get(0), cases.get(1));
    }

    /** With a note of its own about both. */
    private String newCode(JsonNode enquiry) {
        var questions = ada.api().get(thread(enquiry) + "/verification").expect(200);
        var checks = new ArrayList<Map<String, Object>>();
        questions
                .json()
                .get("questions")
                .forEach(question ->
                        checks.add(Map.of("question", question.get("question").asText(), "matched", true)));
        return ada.api()
                .post(
                        thread(enquiry) + "/return-codes",
                        Map.of("checks", checks, "note", both("note beside the new code")),
                        KEY,
                        UUID.randomUUID().toString(),
                        "If-Match",
                        questions.header("ETag"))
                .expect(201)
                .json()
                .get("returnCode")
                .asText();
    }

    private static Map<String, String> child(JsonNode of, String name) {
        return Map.of("enquiryChildId", of.get("enquiryChildId").asText(), "name", name);
    }

    /** One proposes every text without whoever went, another agrees. */
    private String redacts(JsonNode enquiry) {
        var due = ada.all("/v1/redactions?").stream()
                .filter(line -> line.get("enquiryId").equals(enquiry.get("id")))
                .toList();
        assertThat(due).hasSize(1);
        var path = "/v1/redactions/" + due.get(0).get("id").asText();
        var read = ada.api().get(path).expect(200);
        var texts = new ArrayList<Map<String, String>>();
        read.json().get("texts").forEach(text -> {
            if (text.get("text").asText().contains(gone)) {
                texts.add(Map.of(
                        "name", text.get("name").asText(),
                        "text", text.get("text").asText().replace(gone, "another child")));
            }
        });
        ada.api()
                .put(path, Map.of("texts", texts), "If-Match", read.header("ETag"))
                .expect(200);
        lea.api()
                .post(
                        path + "/approval",
                        Map.of(),
                        "If-Match",
                        lea.api().get(path).expect(200).header("ETag"))
                .expect(200);
        return path;
    }

    private void put(JsonNode enquiry, String what, Map<String, ?> body) {
        var read = what.equals("/safe-contact") ? "/contact-state" : what;
        var etag = ada.api().get(thread(enquiry) + read).expect(200).header("ETag");
        ada.api().put(thread(enquiry) + what, body, "If-Match", etag).expect(200);
    }

    private static String thread(JsonNode enquiry) {
        return "/v1/conversations/" + enquiry.get("conversationId").asText();
    }

    private String everything() {
        return String.join("\n", new Traces(whole).rows("casework").values());
    }
}
