package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.journeys.fixture.BrowserChild;
import uk.helpathand.journeys.fixture.Chromium;
import uk.helpathand.journeys.fixture.RealBrowser;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.ServiceProcess;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;

/** One child among very many at once: one press, and nothing of theirs is lost. */
@ExtendWith({RealBrowser.class, RunningWhole.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FloodBrowserIT {

    private final Whole whole;
    private final Chromium chromium;
    private final ServiceProcess flooded;

    FloodBrowserIT(Whole whole, Chromium chromium) {
        this.whole = whole;
        this.chromium = chromium;
        flooded = whole.withFloodLimit("contact-service-in-a-flood", 0);
    }

    @BeforeAll
    void begin() {
        flooded.start();
    }

    @AfterAll
    void end() {
        flooded.stop();
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void onePressAndTheCodeIsThere(boolean javaScript) {
        var marker = Marker.next();
        var child = child(javaScript);
        child.go("/ask").fill("happening", marker + " they move all of us").send();
        assertThat(child.at()).isEqualTo("/confirm");
        assertThat(child.screen()).contains("We have your message", "I am a person");

        var ada = whole.staff("ada");
        Eventually.holds("in the tray, with the words", () -> ada.inTray(marker).size() == 1);
        assertThat(ada.queued(marker)).isEmpty();
        assertThat(ada.read(ada.inTray(marker).get(0)).get("happening").asText())
                .isEqualTo(marker + " they move all of us");

        child.send();
        assertThat(child.at()).isEqualTo("/sent");
        var code = child.code();
        Eventually.holds("in the queue", () -> ada.queued(marker).size() == 1);
        assertThat(ada.inTray(marker)).isEmpty();
        assertThat(ada.enquiry(marker).get("status").asText()).isEqualTo("new");
        assertThat(child(javaScript).comeBack(code).messages()).containsExactly(marker + " they move all of us");
    }

    @Test
    void backReloadAndASecondPressAreStillOneMessageWithOneCode() {
        var marker = Marker.next();
        var child = child(true);
        child.go("/ask").fill("happening", marker).send();
        child.page().waitForURL("**/confirm");
        child.page().reload();
        child.go("/confirm").send();
        var code = child.code();
        child.go("/confirm");
        assertThat(child.at()).as("pressed before").isEqualTo("/sent");
        var ada = whole.staff("ada");
        ada.enquiry(marker);
        assertThat(ada.queued(marker)).hasSize(1);
        assertThat(child(true).comeBack(code).messages()).containsExactly(marker);
    }

    @Test
    void dangerMeetsNoButton() {
        var child = child(false);
        child.go("/ask").fill("happening", Marker.next()).choose("safe", "no").send();
        assertThat(child.at()).isEqualTo("/sent");
        assertThat(child.code()).isNotBlank();
    }

    private BrowserChild child(boolean javaScript) {
        URI service = flooded.url();
        return new BrowserChild(chromium.phone(javaScript), service);
    }
}
