package uk.helpathand.casework.subjectaccess;

import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.BEN;
import static uk.helpathand.casework.fixture.Staff.LEA;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.Safe;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;
import uk.helpathand.api.handover.DetailsHandover;
import uk.helpathand.casework.fixture.FakeContactService;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.Staff;
import uk.helpathand.platform.fixture.TestDatabase;
import uk.helpathand.platform.time.Ids;

/** A child of whom something is held in every table, each word of it once, and another one in the same adult's request. */
final class CopiedChild {

    /** The child's own. */
    final List<String> own = new ArrayList<>();

    /** Of other people: in the lead's copy, not in the child's. */
    final List<String> others = new ArrayList<>();

    final Sent sent = Sent.enquiry();
    final Sent byAdult = Sent.byAdult(2).withReferral();
    final UUID caseId;
    final UUID childId;
    final UUID replyId;

    CopiedChild() {
        sent.happening = own("they move me on friday");
        sent.wanted = own("to stay with my aunt");
        sent.possibleLinks = List.of(UUID.fromString(others("0190a0e5-1111-7000-8000-00000000fade")));
        sent.safeContact = new SafeContact(
                1,
                ReplyBy.TEXT,
                own("07700 900321"),
                NumberIs.MINE,
                own("kim.sample@example.test"),
                List.of(),
                own("not on sundays"),
                own("your book is ready"),
                null,
                null,
                null);
        sent.safe = Safe.NO;
        sent.urgency = Urgency.HIGH;
        sent.reasons = List.of(
                new UrgencyReason(UrgencyReason.SAID_NOT_SAFE, sent.receivedAt),
                new UrgencyReason(own("a-code-that-comes-later"), sent.receivedAt));
        sent.put();
        Sent.handOver(
                        "/v1/enquiries/" + sent.id + "/details/" + Ids.next(),
                        new DetailsHandover(
                                Instant.now(),
                                own("Kim Sample"),
                                own("fourteen and a half"),
                                own("Sampleshire"),
                                own("the house by the river"),
                                own("my old teacher"),
                                own("Welsh"),
                                own("large print")))
                .then()
                .statusCode(204);
        sent.write(own("are you there"));
        caseId = ADA.opensCase(sent).get(0);
        own.add("We will work on this with you");
        childId = UUID.fromString(ADA.sees("/v1/cases/" + caseId).path("childId"));
        replyId = UUID.fromString(ADA.replies(sent, own("we have asked them"))
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        anAdultWritesAboutTwo();
        theTeamWorks();
        rowsThatNothingHereMakes();
        FakeContactService.holds(
                sent.conversationId,
                Map.of(
                        "begunAt", "2026-11-20T10:00:00Z",
                        "language", "en",
                        "beganByText", false,
                        "nextStep", own("next step of the page"),
                        "codesRevoked", List.of(),
                        "codesMade", List.of("2026-11-21T10:00:00Z"),
                        "readersSeenAt", List.of(),
                        "messages", List.of(),
                        "texts", List.of(Map.of("id", Ids.next(), "route", "text", "state", "not-delivered")),
                        "events", List.of()));
    }

    private void anAdultWritesAboutTwo() {
        byAdult.happening = others("their mother rang me");
        byAdult.wanted = others("a place for both");
        byAdult.reasons = List.of(new UrgencyReason("high-placement-at-risk", byAdult.receivedAt));
        byAdult.put();
        others.addAll(List.of(
                "Alex Example",
                "Example Fostering",
                "Rang the social worker twice",
                "Robin0",
                "a field near the motorway"));
        var triage = Staff.decision("open-case", others("thank you for telling us"));
        triage.put(
                "children",
                List.of(
                        Map.of("enquiryChildId", byAdult.children.get(0), "childId", childId),
                        Map.of("enquiryChildId", byAdult.children.get(1), "name", "Robin1")));
        ADA.triages(byAdult, triage).then().statusCode(200);
    }

    private void theTeamWorks() {
        changes(ADA, "/v1/children/" + childId, Map.of("name", own("Kimberley Sample"), "dateOfBirth", "2012-05-06"));
        own.add("6 May 2012");
        changes(ADA, "/v1/cases/" + caseId, Map.of("summary", others("the uncle may be dangerous")));
        ADA.creates()
                .body(Map.of("reason", "LOST", "note", others("said her brother has it")))
                .post("/v1/conversations/" + sent.conversationId + "/code-revocations")
                .then()
                .statusCode(201);
        LEA.keepsOut(new Staff("kim", "adviser"), childId, others("went to school with her"));
        LEA.restricts(caseId, others("a colleague's niece")).then().statusCode(200);
        LEA.takesIn(BEN, caseId);
    }

    /** The alert is over: of one that is not the job would say who is called. */
    private void rowsThatNothingHereMakes() {
        TestDatabase.asOwner("""
                INSERT INTO break_glass (id, case_reference, case_id, staff_id, staff_name, reason, at, until)
                    VALUES (gen_random_uuid(), 'C-X', '%1$s', 'gil', '%3$s', '%4$s', now(), now());
                INSERT INTO task (id, kind, conversation_id, created_at) VALUES (gen_random_uuid(), 'texts-stopped', '%2$s', now());
                INSERT INTO alert (id, enquiry_id, enquiry_reference, reason, step, steps, due_at, raised_at, stopped_at, person)
                    VALUES (gen_random_uuid(), '%5$s', 'HH-X', '%6$s', 0, 3, now(), now(), now(), '%7$s');
                INSERT INTO code_reissue (id, conversation_id, asked, matched, passed, note, by_id, by_name, at)
                    VALUES (gen_random_uuid(), '%2$s', '{%8$s}', '{}', false, '%9$s', 'ada', 'Ada', now());
                INSERT INTO case_owner (id, case_id, owner_id, owner, valid_from, valid_to, by_id, by_name, reason)
                    VALUES (gen_random_uuid(), '%1$s', 'old', '%10$s', now(), now(), 'lea', 'Lea', '%11$s')
                """.formatted(
                        caseId,
                        sent.conversationId,
                        others("Gilbert Glass"),
                        others("rang from the station"),
                        sent.id,
                        own("said-not-safe-here"),
                        others("Rota Person"),
                        own("first-words"),
                        others("was in a hurry"),
                        others("Olga Owner"),
                        others("on leave for long")));
    }

    private String own(String words) {
        own.add(words);
        return words;
    }

    private String others(String words) {
        others.add(words);
        return words;
    }

    static void changes(Staff who, String path, Map<String, ?> change) {
        who.calls()
                .header("If-Match", who.tag(path))
                .body(change)
                .patch(path)
                .then()
                .statusCode(200);
    }

    /** A lead writes down that a copy was asked for; its address. */
    String askedFor(String receivedOn) {
        return "/v1/subject-access-requests/"
                + asks(LEA, receivedOn).then().statusCode(201).extract().path("id");
    }

    Response asks(Staff who, String receivedOn) {
        return asks(who, childId, receivedOn);
    }

    static Response asks(Staff who, UUID childId, String receivedOn) {
        var body = new HashMap<String, Object>();
        body.put("childId", childId);
        body.put("receivedOn", receivedOn);
        body.put("askedBy", "child");
        body.put("identityCheckedHow", "rang back on the number we have");
        return who.creates().body(body).post("/v1/subject-access-requests");
    }

    static Response page(String path) {
        return LEA.calls().accept(ContentType.HTML).get(path);
    }

    /** A decision of a lead on a request, on what it is now. */
    static Response decides(String request, String what, Map<String, ?> body) {
        return LEA.calls().header("If-Match", LEA.tag(request)).body(body).put(request + what);
    }

    /** A lead has answered it. */
    static Response completes(String request, String given, String exemption) {
        var body = new HashMap<String, Object>(Map.of("given", given));
        if (exemption != null) {
            body.put("exemption", exemption);
        }
        return LEA.calls().header("If-Match", LEA.tag(request)).body(body).post(request + "/completion");
    }
}
