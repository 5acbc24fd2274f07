package uk.helpathand.journeys.canary;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.Arrival;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Http;
import uk.helpathand.people.Staff;

/**
 * A child who wrote by form and by thread, of whom the team wrote much, is erased: of all that was said and of what it was
 * locked into nothing is left in either database, in a log or in a mail, and the chain over the audit is whole.
 */
@ExtendWith(RunningWhole.class)
class ErasureIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String KEY = "Idempotency-Key";
    private static final Pattern BYTES = Pattern.compile("\\\\x([0-9a-f]{40,})");

    private final Whole whole;
    private final Canaries canaries = new Canaries();
    private final Staff ada;
    private final Staff lea;

    ErasureIT(Whole whole) {
        this.whole = whole;
        this.ada = whole.staff("ada");
        this.lea = whole.staff("lea");
    }

    @Test
    void nothingOfAChildIsLeft() {
        var code = writes();
        var enquiry = ada.enquiry(happening);
        var childId = works(enquiry);
        var traces = new Traces(whole);
        canaries.somewhereIn("the record", traces.rows("casework").get("casework.message"));
        var locked = locked(enquiry, childId);
        assertThat(locked).as("encrypted, in both").hasSizeGreaterThan(12);

        new Erasing(ada, lea).erase(childId, PATIENCE);

        traces.rows("contact").forEach(canaries::notIn);
        traces.rows("casework").forEach(canaries::notIn);
        traces.all().forEach(canaries::notIn);
        var everything = String.join("\n", traces.rows("contact").values())
                + String.join("\n", traces.rows("casework").values());
        assertThat(locked).allSatisfy(bytes -> assertThat(everything).doesNotContain(bytes));
        assertThat(whole.count("casework", "SELECT count(*) FROM data_key WHERE subject_id = ?", childId))
                .isZero();
        assertThat(whole.phone().post("/messages", Map.of("code", code)).status())
                .as("the code opens nothing")
                .isNotEqualTo(303);
        Eventually.holds("the chain is whole", PATIENCE, () -> whole.staff("aud")
                .api()
                .get("/v1/audit/verification")
                .expect(200)
                .json()
                .get("whole")
                .asBoolean());
    }

    private String happening;

    private String writes() {
        happening = canaries.sentence("happening");
        var phone = whole.phone();
        var code = canaries.code(phone.write(Map.of(
                "happening",
                happening,
                "wanted",
                canaries.sentence("wanted"),
                "reply",
                "text",
                "number",
                canaries.number("number"),
                "numberIs",
                "mine",
                "safeNote",
                canaries.name("safeNote"))));
        phone.tellMore(Map.of("name", canaries.name("name"), "helpedBy", canaries.name("helpedBy")));
        whole.phone().open(code).writeAgain(canaries.sentence("written again"));
        return code;
    }

    /** The child's record. */
    private UUID works(JsonNode enquiry) {
        ada.reply(enquiry, canaries.sentence("reply"));
        var child = enquiry.get("children").get(0).get("enquiryChildId").asText();
        var name = canaries.name("child");
        var opened = ada.triage(
                        enquiry,
                        Map.of(
                                "outcome", "open-case",
                                "tellChild", canaries.sentence("tellChild"),
                                "children", List.of(Map.of("enquiryChildId", child, "name", name))))
                .get("cases")
                .get(0);
        var caseId = opened.get("caseId").asText();
        patch("/v1/cases/" + caseId, Map.of("summary", canaries.sentence("summary")));
        ada.api().post("/v1/children/searches", Map.of("name", name)).expect(200);
        ada.api()
                .put(
                        "/v1/cases/" + caseId + "/restriction",
                        Map.of("restricted", true, "reason", canaries.sentence("restriction")),
                        "If-Match",
                        ada.api().get("/v1/cases/" + caseId).expect(200).header("ETag"))
                .expect(200);
        var hold = lea.api()
                .post(
                        "/v1/legal-holds",
                        Map.of(
                                "kind", "child",
                                "id", opened.get("childId").asText(),
                                "reason", canaries.sentence("hold")),
                        KEY,
                        UUID.randomUUID().toString())
                .expect(201)
                .json()
                .get("id")
                .asText();
        lea.api()
                .post("/v1/legal-holds/" + hold + "/lifting", Map.of("reason", canaries.sentence("lifting")))
                .expect(200);
        ada.close(caseId, canaries.sentence("closure"));
        new Arrival(whole).nothingIsOwed(PATIENCE);
        return UUID.fromString(opened.get("childId").asText());
    }

    /** What stands encrypted in the rows about them, and the keys. */
    private TreeSet<String> locked(JsonNode enquiry, UUID childId) {
        var conversationId = enquiry.get("conversationId").asText();
        var enquiryId = enquiry.get("id").asText();
        var ids = List.of(conversationId, enquiryId, childId.toString());
        var locked = new TreeSet<String>();
        var traces = new Traces(whole);
        for (var database : List.of("contact", "casework")) {
            traces.rows(database).values().stream()
                    .flatMap(String::lines)
                    .filter(row -> ids.stream().anyMatch(row::contains))
                    .forEach(row -> BYTES.matcher(row).results().forEach(bytes -> locked.add(bytes.group(1))));
        }
        return locked;
    }

    private void patch(String path, Map<String, ?> change) {
        var etag = ada.api().get(path).expect(200).header("ETag");
        Http.send(ada.api().request(path).header("If-Match", etag).method("PATCH", Http.json(change)))
                .expect(200);
    }
}
