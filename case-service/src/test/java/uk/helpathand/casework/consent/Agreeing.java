package uk.helpathand.casework.consent;

import static uk.helpathand.casework.fixture.Staff.ADA;

import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.Staff;

/** A child with a case that ADA opened, and what is agreed about them. Bodies are as somebody at a front end would send them. */
final class Agreeing {

    static final String COUNCIL = "Essex County Council";

    final UUID caseId;
    final String childId;

    private Agreeing(UUID caseId) {
        this.caseId = caseId;
        this.childId = ADA.sees("/v1/cases/" + caseId).path("childId");
    }

    /** Of unknown age. */
    static Agreeing child() {
        return new Agreeing(ADA.opensCase(Sent.enquiry().put()).get(0));
    }

    Agreeing bornOn(LocalDate day) {
        ADA.calls()
                .header("If-Match", ADA.tag(childPath()))
                .body(Map.of("dateOfBirth", day.toString()))
                .patch(childPath())
                .then()
                .statusCode(200);
        return this;
    }

    String childPath() {
        return "/v1/children/" + childId;
    }

    String consents() {
        return childPath() + "/consents";
    }

    String judgements() {
        return childPath() + "/competence-judgements";
    }

    String disclosures() {
        return "/v1/cases/" + caseId + "/disclosures";
    }

    String withdrawal(String consentId) {
        return consents() + "/" + consentId + "/withdrawal";
    }

    /** By a parent, to the council, of what happened, until it is withdrawn. */
    static Map<String, Object> consent() {
        var body = new HashMap<String, Object>();
        body.put("givenBy", "parent");
        body.put("what", List.of("what-happened"));
        body.put("bodyKind", "local-authority");
        body.put("bodyName", COUNCIL);
        body.put("explained", "On the phone: what we would tell, and that they can stop it");
        return body;
    }

    static Map<String, Object> with(Map<String, Object> body, String name, Object value) {
        var other = new HashMap<>(body);
        if (value == null) {
            other.remove(name);
        } else {
            other.put(name, value);
        }
        return other;
    }

    Response tryConsent(Map<String, Object> body) {
        return ADA.creates().body(body).post(consents());
    }

    /** The id of the new consent. */
    String agrees(Map<String, Object> body) {
        return tryConsent(body).then().statusCode(201).extract().path("id");
    }

    /** What the child decides, or cannot; the judgement's id. */
    String judged(boolean able) {
        return ADA.creates()
                .body(Map.of("decision", "That we tell the council", "able", able, "how", "She said it back to me"))
                .post(judgements())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    Response withdraws(String consentId) {
        return ADA.calls().post(withdrawal(consentId));
    }

    /** By that consent, to the council, of what happened, on the phone. */
    static Map<String, Object> disclosure(String consentId) {
        var body = new HashMap<String, Object>();
        body.put("bodyKind", "local-authority");
        body.put("bodyName", COUNCIL);
        body.put("what", List.of("what-happened"));
        body.put("by", "phone");
        body.put("basis", "consent");
        body.put("consentId", consentId);
        body.put("childTold", "yes");
        return body;
    }

    /** To the police, of the whole record, because it cannot wait. */
    static Map<String, Object> withoutConsent() {
        var body = disclosure(null);
        body.put("bodyKind", "police");
        body.put("bodyName", "Essex Police");
        body.put("what", List.of("whole-record"));
        body.put("basis", "without-consent");
        body.remove("consentId");
        body.put("reason", "She may be hurt tonight");
        return body;
    }

    Response shares(Map<String, Object> body) {
        return shares(ADA, body);
    }

    Response shares(Staff who, Map<String, Object> body) {
        return who.creates().body(body).post(disclosures());
    }
}
