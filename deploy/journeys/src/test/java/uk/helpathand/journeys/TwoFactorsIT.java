package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.Part;
import uk.helpathand.local.ServiceProcess;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.FrontEndUser;
import uk.helpathand.people.FrontEndUser.Session;
import uk.helpathand.people.Http.Answer;
import uk.helpathand.people.Marker;

/** Staff prove themselves twice, by the sign-in flow of our realm, at a case-service that asks for it as in production. */
@ExtendWith(RunningWhole.class)
@TestInstance(PER_CLASS)
class TwoFactorsIT {

    private static final String FRONT_END = "front-end";
    private static final String FRONT_END_OF_PRODUCTION = "front-end-of-production";
    private static final String REDIRECT = "http://localhost:3000/";
    private static final String PASSWORD = "paper-lantern-4071";
    private static final Pattern WOULD_DO = Pattern.compile("acr_values=\"([^\"]*)\"");

    private final Whole whole;
    private final ServiceProcess caseService;
    private FrontEndUser newcomer;

    TwoFactorsIT(Whole whole) {
        this.whole = whole;
        this.caseService = whole.stack()
                .replica(
                        Part.CASE_SERVICE,
                        "case-service-with-two-factors",
                        Map.of("HELPATHAND_ACCESS_ACR", "two-factors"));
    }

    @BeforeAll
    void start() throws IOException {
        caseService.start();
        whole.personnel().frontEnd(FRONT_END_OF_PRODUCTION, attributesInProduction());
    }

    @AfterAll
    void stop() {
        caseService.stop();
    }

    @BeforeEach
    void somebodyIsHired() {
        var name = Marker.next().toLowerCase();
        whole.personnel().hire(name, PASSWORD, "adviser");
        newcomer = new FrontEndUser(whole.stack().realmUrl(), name, PASSWORD);
    }

    @Test
    void aPasswordOpensNothingAndACodeAfterItDoes() {
        var byPassword = newcomer.signIn(FRONT_END, REDIRECT, "");
        var refused = queue(byPassword).expect(401);
        assertThat(byPassword.codeAsked()).isFalse();
        assertThat(refused.json().get("type").asText()).endsWith(":sign-in-again");

        // As a front end does that knows RFC 9470 and nothing of us.
        var wouldDo = WOULD_DO.matcher(refused.header("WWW-Authenticate"));
        assertThat(wouldDo.find()).isTrue();
        var byBoth = newcomer.signIn(FRONT_END, REDIRECT, wouldDo.group(1));

        assertThat(byBoth.codeAsked()).isTrue();
        opensTheQueue(byBoth);
        opensTheQueue(newcomer.refresh(FRONT_END, byBoth));
        queue(byPassword).expect(401);
    }

    @Test
    void theFrontEndOfProductionTakesNoLessWhateverABrowserAsksFor() {
        var first = newcomer.signIn(FRONT_END_OF_PRODUCTION, REDIRECT, "one-factor");
        assertThat(first.codeAsked()).isTrue();
        opensTheQueue(first);

        var elsewhere = newcomer.inAnotherBrowser().signIn(FRONT_END_OF_PRODUCTION, REDIRECT, "");
        assertThat(elsewhere.codeAsked())
                .as("codes are set up once and asked for each time")
                .isTrue();
        opensTheQueue(elsewhere);
    }

    /** The directory of staff has to have read of them first. */
    private void opensTheQueue(Session session) {
        Eventually.holds("let in", Duration.ofSeconds(15), () -> queue(session).status() == 200);
    }

    private Answer queue(Session session) {
        return whole.caller(caseService.url(), session.accessToken()).get("/v1/enquiries");
    }

    private static JsonNode attributesInProduction() throws IOException {
        var realm = new ObjectMapper()
                .readTree(Path.of("../keycloak/help-at-hand-realm.json").toFile());
        return StreamSupport.stream(realm.get("clients").spliterator(), false)
                .filter(client -> client.get("clientId").asText().equals(FRONT_END))
                .findFirst()
                .orElseThrow()
                .get("attributes");
    }
}
