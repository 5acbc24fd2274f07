package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Marker;

/** A case that few may know of, with tokens of the real Keycloak, whose {@code auth_time} says how fresh the sign-in is. */
@ExtendWith(RunningWhole.class)
class RestrictedIT {

    private static final String REASON = "She rang from the station and her adviser is on leave";

    private final Whole whole;

    RestrictedIT(Whole whole) {
        this.whole = whole;
    }

    @Test
    void whoeverIsOutsideSeesItOnlyWithAReasonThatTheLeadReviews() {
        var marker = Marker.next();
        whole.phone().write(marker);
        var ada = whole.staff("ada");
        var ben = whole.staff("ben");
        var lea = whole.staff("lea");
        var triaged = ada.triage(ada.enquiry(marker), "open-case", "We will work on this with you");
        var path = "/v1/cases/" + triaged.get("cases").get(0).get("caseId").asText();
        var reference = triaged.get("cases").get(0).get("caseReference").asText();
        ben.api().get(path).expect(200);

        var restricted = ada.api()
                .put(
                        path + "/restriction",
                        Map.of("restricted", true, "reason", "a neighbour of a colleague"),
                        "If-Match",
                        ada.api().get(path).expect(200).header("ETag"));
        assertThat(restricted.status()).isEqualTo(200);
        ben.api().get(path).expect(404);

        var taken = ben.api()
                .post(
                        "/v1/break-glass",
                        Map.of("caseReference", reference, "reason", REASON),
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .expect(201)
                .json();
        ben.api().get(path).expect(200);

        var review = "/v1/break-glass/" + taken.get("id").asText() + "/review";
        assertThat(ben.api().get("/v1/break-glass").status()).isEqualTo(403);
        assertThat(lea.api()
                        .post(review, Map.of("justified", true, "note", "Rang the child; it was right"))
                        .expect(200)
                        .json()
                        .get("staffId")
                        .asText())
                .isEqualTo(ben.subject());
    }
}
