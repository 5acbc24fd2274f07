package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Http;
import uk.helpathand.people.Marker;

/** A case that few may know of, with tokens of the real Keycloak. */
@ExtendWith(RunningWhole.class)
class RestrictedIT {

    private static final String REASON = "She rang from the station and her adviser is on leave";

    private final Whole whole;

    RestrictedIT(Whole whole) {
        this.whole = whole;
    }

    @Test
    void whoeverIsOutsideDoesNotKnowOfItUntilALeadTakesThemIn() {
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
                        UUID.randomUUID().toString());
        assertThat(taken.status())
                .as("a direct grant does not say when they signed in")
                .isEqualTo(401);
        assertThat(taken.header("WWW-Authenticate")).contains("insufficient_user_authentication", "max_age=300");
        ben.api().get(path).expect(404);

        var member = Map.of("staffId", ben.subject(), "member", true);
        assertThat(Http.send(lea.api().request(path + "/circle").method("PATCH", Http.json(member)))
                        .status())
                .isEqualTo(200);
        ben.api().get(path).expect(200);
    }
}
