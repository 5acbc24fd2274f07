package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.journeys.fixture.BrowserChild;
import uk.helpathand.journeys.fixture.Chromium;
import uk.helpathand.journeys.fixture.Keyboard;
import uk.helpathand.journeys.fixture.RealBrowser;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Marker;

/** A child's whole way with Tab, Space, arrows and Enter. {@link Keyboard} looks at every stop whether it can be seen. */
@ExtendWith({RealBrowser.class, RunningWhole.class})
class KeyboardBrowserIT {

    private static final String SEND = "main form button.hh-button";

    private final Whole whole;
    private final Chromium chromium;

    KeyboardBrowserIT(Whole whole, Chromium chromium) {
        this.whole = whole;
        this.chromium = chromium;
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void thereAndBack(boolean javaScript) {
        var marker = Marker.next();
        var child = child(javaScript).go("/");
        var keys = new Keyboard(child.page());
        keys.follow("main a[href='/ask']").follow(SEND);
        assertThat(keys.isAt(".govuk-error-summary"))
                .as("what is wrong has the focus")
                .isTrue();
        keys.tabTo(".govuk-error-summary a").enter();
        assertThat(keys.isAt("[name=happening]")).as("the way to what is wrong").isTrue();

        keys.type("[name=happening]", marker)
                .type("[name=wanted]", "I want to stay")
                .choose("safe", "not-sure")
                .choose("reply", "text")
                .type("[name=number]", "07700 900123")
                .choose("numberIs", "mine")
                .tick("[name=safeTimes][value=weekend-day]")
                .tabTo("summary")
                .enter();
        assertThat(child.page().locator(".govuk-details__text").isVisible()).isTrue();
        keys.follow(SEND);
        var code = child.code();
        sees(marker);

        keys.follow("main a[href^='/more'], main form[action^='/more'] button")
                .type("[name=age]", "13")
                .follow(SEND);
        child.go("/messages");
        keys.type("[name=code]", code);
        keys.follow("[name=code]");
        assertThat(child.messages()).containsExactly(marker);
        keys.type("[name=text]", "When?").follow(SEND);
        assertThat(child.messages()).containsExactly(marker, "When?");
        walksToTheEnd(keys);
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void theWayOutComesBeforeEverythingElse(boolean javaScript) {
        var code = whole.phone().write(Marker.next());
        for (var path : new String[] {"/", "/ask", "/messages", "/guides/moving", "/nowhere"}) {
            var child = child(javaScript).go(path);
            var keys = new Keyboard(child.page());
            assertThat(keys.tab()).isEqualTo("Skip to the main part");
            assertThat(keys.tab()).as(path).isEqualTo("Emergency: Leave this page");
        }
        var child = child(javaScript).comeBack(code);
        new Keyboard(child.page()).tabTo("[data-exit]").enter();
        child.page().waitForURL(whole.elsewhere().url().toString());
        assertThat(child.go("/messages").messages()).isEmpty();
    }

    @Test
    void theButtonTakesSpaceAsButtonsDo() {
        var child = child(true).go("/ask");
        new Keyboard(child.page()).tick("[role=button][data-exit]");
        child.page().waitForURL(whole.elsewhere().url().toString());
    }

    @Test
    void theFirstStopLeadsToTheMainPart() {
        var child = child(false).go("/ask");
        var keys = new Keyboard(child.page());
        keys.tab();
        keys.enter();
        assertThat(keys.tab()).as("past the name, the exit and the language").isEqualTo("happening");
    }

    private void sees(String marker) {
        var enquiry = whole.staff("ada").enquiry(marker);
        assertThat(enquiry.get("safe").asText()).isEqualTo("not-sure");
        assertThat(enquiry.at("/safeContact/replyBy").asText()).isEqualTo("text");
        assertThat(enquiry.at("/safeContact/numberIs").asText()).isEqualTo("mine");
        assertThat(enquiry.at("/safeContact/safeTimes").toString()).isEqualTo("[\"weekend-day\"]");
    }

    /** On an open thread, with everything that can have the focus. */
    private static void walksToTheEnd(Keyboard keys) {
        keys.tabTo("footer li:last-child a");
    }

    private BrowserChild child(boolean javaScript) {
        return new BrowserChild(chromium.phone(javaScript), whole.contact());
    }
}
