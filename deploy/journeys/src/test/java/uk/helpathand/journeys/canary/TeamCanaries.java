package uk.helpathand.journeys.canary;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.Part;
import uk.helpathand.people.Caller;
import uk.helpathand.people.Http;
import uk.helpathand.people.Staff;

/** Every way in through the APIs: of the team, and of one service to the other. */
final class TeamCanaries {

    private static final String KEY = "Idempotency-Key";

    private final Whole whole;
    private final Staff ada;
    private final Canaries canaries;

    TeamCanaries(Whole whole, Canaries canaries) {
        this.whole = whole;
        this.ada = whole.staff("ada");
        this.canaries = canaries;
    }

    void send() {
        work();
        mistakes();
        queries();
        handover();
    }

    private void work() {
        var enquiry = written();
        ada.reply(enquiry, canaries.sentence("reply"));
        var child = enquiry.get("children").get(0).get("enquiryChildId").asText();
        var opened = ada.triage(
                        enquiry,
                        Map.of(
                                "outcome", "open-case",
                                "tellChild", canaries.sentence("tellChild"),
                                "children", List.of(Map.of("enquiryChildId", child, "name", canaries.name("child")))))
                .get("cases")
                .get(0);
        patch("/v1/cases/" + opened.get("caseId").asText(), Map.of("summary", canaries.sentence("summary")));
        patch("/v1/children/" + opened.get("childId").asText(), Map.of("name", canaries.name("new name")));
        progress(enquiry, canaries.sentence("next step"));
        ada.close(opened.get("caseId").asText(), canaries.sentence("closure"));
    }

    private void mistakes() {
        var enquiry = written();
        var triage = "/v1/enquiries/" + enquiry.get("id").asText() + "/triage";
        var thread = thread(enquiry) + "/messages";
        for (var path : List.of(triage, thread, thread(enquiry) + "/message-previews")) {
            for (var body : badBodies()) {
                canaries.refused(Http.send(ada.api()
                        .request(path)
                        .header(KEY, canaries.word("key"))
                        .POST(BodyPublishers.ofString(body))));
            }
        }
        refused(triage, Map.of("outcome", canaries.word("outcome"), "tellChild", canaries.word("told")));
        refused(
                triage,
                Map.of("outcome", "join-case", "caseId", UUID.randomUUID(), "tellChild", canaries.word("told")));
        refused(thread, Map.of("text", canaries.word("for an adult"), "audience", "adult"));
        refused(thread, Map.of("text", "x", "audience", canaries.word("audience")));
        refused(thread, Map.of("text", canaries.word("too long") + "w".repeat(30_000), "audience", "child"));
        canaries.refused(ada.api().post(thread, Map.of("text", canaries.word("no key"), "audience", "child")));
    }

    private void queries() {
        for (var query : List.of("status=", "urgency=", "after=", "limit=", "name=")) {
            canaries.said(ada.api().get("/v1/enquiries?" + query + canaries.word("query " + query)));
        }
        canaries.refused(ada.api().get("/v1/enquiries/" + canaries.word("id in an address")));
        canaries.refused(ada.api().get("/v1/" + canaries.word("address")));
        canaries.refused(
                whole.caller(whole.stack().caseUrl(), canaries.word("token")).get("/v1/enquiries"));
        canaries.refused(whole.caller(whole.contact(), canaries.word("token"))
                .put("/v1/conversations/" + UUID.randomUUID() + "/progress", Map.of()));
    }

    private void handover() {
        var enquiry = written();
        var toCase = whole.caller(whole.stack().caseUrl(), whole.tokenOf(Part.CONTACT_SERVICE));
        var toContact = whole.caller(whole.contact(), whole.tokenOf(Part.CASE_SERVICE));
        var message = thread(enquiry) + "/messages/" + UUID.randomUUID();
        for (var caller : List.of(toCase, toContact)) {
            for (var body : badBodies()) {
                canaries.refused(Http.send(caller.request(message).PUT(BodyPublishers.ofString(body))));
            }
        }
        toCase.put(message, inbound("handed over")).expect(204);
        canaries.refused(toCase.put(message, inbound("the same id with other words")));
        toContact.put(message, outbound("handed back")).expect(204);
        canaries.refused(toContact.put(message, outbound("the same id with other words")));
        canaries.refused(toContact.put(
                thread(enquiry) + "/progress",
                Map.of("version", 1, "stage", canaries.word("stage"), "nextStep", canaries.word("step"))));
    }

    private List<String> badBodies() {
        return List.of(
                "{\"text\": \"" + canaries.word("half a body"),
                "[\"" + canaries.word("list for an object") + "\"]",
                "\"" + canaries.word("text for an object") + "\"",
                "{\"text\": {\"" + canaries.word("name of a field") + "\": \"" + canaries.word("object for a text")
                        + "\"}}",
                "{\"" + canaries.word("unknown field") + "\": 1, \"children\": \"" + canaries.word("text for a list")
                        + "\"}",
                "{\"outcome\": \"open-case\", \"caseId\": \"" + canaries.word("no id") + "\", \"audience\": 1}");
    }

    private Map<String, Object> inbound(String way) {
        return Map.of(
                "author",
                "child",
                "receivedAt",
                "2026-11-22T10:00:00Z",
                "text",
                canaries.sentence(way),
                "urgency",
                "standard",
                "urgencyReasons",
                List.of(),
                "altered",
                false);
    }

    private Map<String, Object> outbound(String way) {
        return Map.of("author", "team", "sentAt", "2026-11-22T10:00:00Z", "text", canaries.sentence(way));
    }

    private JsonNode written() {
        var word = canaries.word("for the team");
        whole.phone().write(word);
        return ada.enquiry(word);
    }

    private void refused(String path, Map<String, ?> body) {
        canaries.refused(ada.api().post(path, body, KEY, UUID.randomUUID().toString()));
    }

    private void patch(String path, Map<String, ?> body) {
        Caller api = ada.api();
        var etag = api.get(path).expect(200).header("ETag");
        Http.send(api.request(path).header("If-Match", etag).method("PATCH", Http.json(body)))
                .expect(200);
        canaries.refused(Http.send(
                api.request(path).header("If-Match", canaries.word("If-Match")).method("PATCH", Http.json(body))));
    }

    private void progress(JsonNode enquiry, String nextStep) {
        var path = thread(enquiry) + "/progress";
        var etag = ada.api().get(path).expect(200).header("ETag");
        ada.api()
                .put(path, Map.of("stage", "working", "nextStep", nextStep), "If-Match", etag)
                .expect(200);
    }

    private static String thread(JsonNode enquiry) {
        return "/v1/conversations/" + enquiry.get("conversationId").asText();
    }
}
