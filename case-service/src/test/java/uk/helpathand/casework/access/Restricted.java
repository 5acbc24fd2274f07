package uk.helpathand.casework.access;

import static uk.helpathand.casework.fixture.Staff.ADA;
import static uk.helpathand.casework.fixture.Staff.LEA;

import java.util.Map;
import java.util.UUID;
import uk.helpathand.casework.fixture.Sent;
import uk.helpathand.casework.fixture.Staff;

/** A child's case that ADA opened, with all that hangs on it. */
final class Restricted {

    final Sent sent;
    final UUID caseId;
    final String reference;
    final UUID childId;

    private Restricted(Sent sent, UUID caseId) {
        this.sent = sent;
        this.caseId = caseId;
        this.reference = ADA.sees("/v1/cases/" + caseId).path("reference");
        this.childId = UUID.fromString(ADA.sees("/v1/cases/" + caseId).path("childId"));
    }

    /** Open to the team. */
    static Restricted notYet() {
        Sent sent = Sent.enquiry().put();
        return new Restricted(sent, ADA.opensCase(sent).get(0));
    }

    static Restricted byOwner() {
        Restricted made = notYet();
        made.restrict(ADA, true).then().statusCode(200);
        return made;
    }

    io.restassured.response.Response restrict(Staff who, boolean on) {
        return who.calls()
                .header("If-Match", LEA.tag(path()))
                .body(Map.of("restricted", on, "reason", "a colleague's niece"))
                .put(path() + "/restriction");
    }

    String path() {
        return "/v1/cases/" + caseId;
    }

    String thread() {
        return "/v1/conversations/" + sent.conversationId;
    }

    String enquiry() {
        return "/v1/enquiries/" + sent.id;
    }

    String child() {
        return "/v1/children/" + childId;
    }

    void takeIn(Staff who) {
        LEA.takesIn(who, caseId);
    }

    void keepOut(Staff who) {
        LEA.keepsOut(who, childId, "her sister is the foster carer");
    }
}
