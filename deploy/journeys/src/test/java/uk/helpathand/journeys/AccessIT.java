package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.Part;
import uk.helpathand.people.Caller;
import uk.helpathand.people.Http.Answer;
import uk.helpathand.people.Marker;

/**
 * Tokens of the real Keycloak open what they should and nothing else. Forged and expired ones are walked over every
 * endpoint in the services' own tests.
 */
@ExtendWith(RunningWhole.class)
class AccessIT {

    private final Whole whole;
    private final String marker = Marker.next();
    private String enquiry;
    private String conversation;

    AccessIT(Whole whole) {
        this.whole = whole;
    }

    @BeforeEach
    void aChildHasWritten() {
        whole.phone().write(marker);
        var sent = whole.staff("lea").enquiry(marker);
        enquiry = "/v1/enquiries/" + sent.get("id").asText();
        conversation = "/v1/conversations/" + sent.get("conversationId").asText();
    }

    @Test
    void nobodyReadsWithoutAToken() {
        var nobody = whole.caller(whole.stack().caseUrl(), null);
        refused(nobody.get("/v1/enquiries"), 401);
        refused(nobody.get(enquiry), 401);
        refused(nobody.get(conversation + "/messages"), 401);
        refused(nobody.post(enquiry + "/acknowledgement"), 401);
        refused(nobody.put(enquiry, Map.of()), 401);
        refused(whole.caller(whole.contact(), null).put(conversation + "/progress", Map.of()), 401);
    }

    @Test
    void aTokenThatWasTamperedWithOpensNothing() {
        var parts = whole.tokenOf("ana").split("\\.");
        var raised = whole.tokenOf("ada").split("\\.")[1];
        refused(caseService(parts[0] + "." + raised + "." + parts[2]).get("/v1/enquiries"), 401);
        refused(caseService("nonsense").get("/v1/enquiries"), 401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ana", "aud", "adm"})
    void otherRolesReadNoEnquiry(String person) {
        var other = whole.staff(person).api();
        refused(other.get("/v1/enquiries"), 403);
        refused(other.get(enquiry), 403);
        refused(other.get(conversation + "/messages"), 403);
        refused(other.post(enquiry + "/acknowledgement"), 403);
        refused(
                other.post(
                        enquiry + "/triage",
                        Map.of("outcome", "signpost", "tellChild", "no"),
                        "Idempotency-Key",
                        UUID.randomUUID().toString()),
                403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "lea", "adm"})
    void nobodyOfTheStaffHandsOver(String person) {
        var staff = whole.staff(person).api();
        refused(staff.put("/v1/enquiries/" + UUID.randomUUID(), Map.of()), 403);
        refused(staff.put(conversation + "/messages/" + UUID.randomUUID(), Map.of()), 403);
        refused(staff.put(conversation + "/contact-state", Map.of()), 403);
    }

    /** A staff token is not even meant for contact-service, but for a role that it has none of. */
    @Test
    void nobodyOfTheStaffWritesToAChildPastTheRecord() {
        var answer = whole.caller(whole.contact(), whole.tokenOf("ada"))
                .put(conversation + "/messages/" + UUID.randomUUID(), Map.of());
        assertThat(answer.status()).isIn(401, 403);
    }

    @Test
    void aServiceHandsOverAndReadsNothing() {
        var contactService = caseService(whole.tokenOf(Part.CONTACT_SERVICE));
        refused(contactService.get("/v1/enquiries"), 403);
        refused(contactService.get(enquiry), 403);
        refused(contactService.get(conversation + "/messages"), 403);
        refused(contactService.post(enquiry + "/acknowledgement"), 403);
        assertThat(contactService
                        .put("/v1/enquiries/" + UUID.randomUUID(), Map.of())
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aTokenForTheOtherServiceOpensNothing() {
        refused(caseService(whole.tokenOf(Part.CASE_SERVICE)).get("/v1/enquiries"), 401);
        refused(caseService(whole.tokenOf(Part.CASE_SERVICE)).put(enquiry, Map.of()), 401);
        refused(
                whole.caller(whole.contact(), whole.tokenOf(Part.CONTACT_SERVICE))
                        .put(conversation + "/progress", Map.of()),
                401);
    }

    private Caller caseService(String token) {
        return whole.caller(whole.stack().caseUrl(), token);
    }

    /** As problem details, with nothing of what was asked for. */
    private void refused(Answer answer, int status) {
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().get("status").asInt()).isEqualTo(status);
        assertThat(answer.body()).doesNotContain(marker);
    }
}
