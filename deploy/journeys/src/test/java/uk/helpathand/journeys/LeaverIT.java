package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.Personnel;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.Part;
import uk.helpathand.people.Caller;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;
import uk.helpathand.people.Staff;
import uk.helpathand.people.Tokens;

/** Somebody leaves, or changes their role, in the real Keycloak. Their token stays good, and opens nothing any more. */
@ExtendWith(RunningWhole.class)
class LeaverIT {

    private static final String REALM = "/admin/realms/help-at-hand";

    /** Every two seconds the directory is read; the rest is for a slow machine. */
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Whole whole;
    private final Personnel personnel;
    private Caller ben;
    private String subject;

    LeaverIT(Whole whole) {
        this.whole = whole;
        this.personnel = whole.personnel();
    }

    @BeforeEach
    void benIsAtWork() {
        var token = whole.tokenOf("ben");
        subject = Tokens.subject(token);
        ben = whole.caller(whole.stack().caseUrl(), token);
        Eventually.holds("Ben is let in", SOON, () -> status("/v1/cases") == 200);
    }

    @Test
    void whoIsDisabledIsTurnedAwayAndTheLeadAnswersTheirCases() {
        var marker = Marker.next();
        whole.phone().write(marker);
        var enquiry = whole.staff("ben").enquiry(marker);
        whole.staff("ben").triage(enquiry, "open-case", "We will work on this with you");
        var lea = whole.staff("lea");
        personnel.enable(subject, false);
        try {
            Eventually.holds("Ben is turned away", SOON, () -> status("/v1/cases") == 401);
            Eventually.holds(
                    "the case has no owner", SOON, () -> withoutOwner(lea).contains(subject));
            assertThat(lea.api().get("/v1/staff").expect(200).json().findValues("enabled"))
                    .anyMatch(enabled -> !enabled.asBoolean());
        } finally {
            personnel.enable(subject, true);
        }
        Eventually.holds("Ben is back", SOON, () -> status("/v1/cases") == 200);
        Eventually.holds("with his cases", SOON, () -> !withoutOwner(lea).contains(subject));
    }

    @Test
    void whoLosesTheRoleIsRefused() {
        personnel.take(subject, "adviser");
        try {
            Eventually.holds("Ben is refused", SOON, () -> status("/v1/cases") == 403);
        } finally {
            personnel.give(subject, "adviser");
        }
        Eventually.holds("Ben is let in again", SOON, () -> status("/v1/cases") == 200);
    }

    @Test
    void caseServiceReadsWhoWorksHereAndChangesNothing() {
        var caseService = keycloak(Part.CASE_SERVICE);

        assertThat(caseService
                        .get(REALM + "/roles/adviser/users?briefRepresentation=true")
                        .expect(200)
                        .json()
                        .findValuesAsText("username"))
                .contains("ada", "ben");
        assertThat(caseService
                        .get(REALM + "/users?search=id:" + subject)
                        .expect(200)
                        .json()
                        .findValuesAsText("username"))
                .containsExactly("ben");
        for (var refused : List.of(
                caseService.put(REALM + "/users/" + subject, Map.of("enabled", false)),
                caseService.post(REALM + "/users", Map.of("username", "eve")),
                caseService.get(REALM + "/clients"),
                caseService.get(REALM + "/events"))) {
            assertThat(refused.status()).isEqualTo(403);
        }
    }

    @Test
    void contactServiceDoesNotEvenRead() {
        assertThat(keycloak(Part.CONTACT_SERVICE)
                        .get(REALM + "/roles/adviser/users")
                        .status())
                .isEqualTo(403);
    }

    private Caller keycloak(Part service) {
        return whole.caller(whole.stack().keycloakUrl(), whole.tokenOf(service));
    }

    private int status(String path) {
        return ben.get(path).status();
    }

    private static List<String> withoutOwner(Staff lea) {
        return lea.all("/v1/cases?withoutOwner=true&").stream()
                .map(file -> file.get("ownerId").asText())
                .toList();
    }
}
