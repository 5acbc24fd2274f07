package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.journeys.fixture.BrowserChild;
import uk.helpathand.journeys.fixture.Chromium;
import uk.helpathand.journeys.fixture.Elsewhere;
import uk.helpathand.journeys.fixture.RealBrowser;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;

/** Somebody comes in: one press and nothing is on the screen, and whoever presses Back sees nothing either. */
@ExtendWith({RealBrowser.class, RunningWhole.class})
class QuickExitBrowserIT {

    private static final String ANSWER = "We will speak to the home on Friday";

    private final Whole whole;
    private final Chromium chromium;

    QuickExitBrowserIT(Whole whole, Chromium chromium) {
        this.whole = whole;
        this.chromium = chromium;
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void leavesAnOpenThread(boolean javaScript) {
        var child = readingAnAnswer(javaScript);
        leavesBy(child, page -> page.locator("[role=button][data-exit]").click());
        showsNothingAfterwards(child, ANSWER);
        readsNothing(child);
    }

    /** Whoever wakes the phone may be somebody else, and no timer has run while it slept. */
    @ParameterizedTest
    @ValueSource(strings = {"visibilitychange", "pointerdown"})
    void aPhoneThatSleptPastTheTenMinutesWakesWithTheThreadClosed(String woken) {
        var child = readingAnAnswer(true);
        child.page().locator("[name=text]").fill("not sent yet");

        child.page()
                .evaluate(
                        "woken => { const now = Date.now; Date.now = () => now() + 660000;"
                                + " document.dispatchEvent(new Event(woken, {bubbles: true})); }",
                        woken);

        assertThat(child.page().content()).doesNotContain(ANSWER);
        assertThat(child.page().locator("[name=text]").inputValue()).isEqualTo("not sent yet");
    }

    @Test
    void leavesByThreeShifts() {
        var child = readingAnAnswer(true);
        leavesBy(child, page -> {
            page.keyboard().press("Shift");
            page.keyboard().press("Shift");
            page.keyboard().press("Shift");
        });
        showsNothingAfterwards(child, ANSWER);
        readsNothing(child);
    }

    @Test
    void shiftForCapitalsStays() {
        var child = child(true).go("/ask");
        child.page().locator("[name=happening]").pressSequentially("ABC");
        child.page().keyboard().press("Shift");
        child.page().keyboard().press("Shift");
        child.page().locator("[name=happening]").pressSequentially("D");
        child.page().keyboard().press("Shift");
        assertThat(child.page().locator("[name=happening]").inputValue()).isEqualTo("ABCD");
    }

    @Test
    void shiftHeldForAnotherKeyStaysHoweverOften() {
        var child = child(true).go("/ask");
        child.page().locator("[name=happening]").focus();
        for (var i = 0; i < 4; i++) {
            child.page().keyboard().press("Shift+A");
        }
        assertThat(child.page().locator("[name=happening]").inputValue()).isEqualTo("AAAA");
    }

    @Test
    void shiftHeldForATouchStaysHoweverOften() {
        var child = child(true).go("/ask");
        for (var i = 0; i < 4; i++) {
            child.page().keyboard().down("Shift");
            child.page().locator("[name=happening]").click();
            child.page().keyboard().up("Shift");
        }
        assertThat(child.page().url()).endsWith("/ask");
    }

    @Test
    void shiftsThatAreFarApartStayAndThenThreeLeave() {
        var child = child(true).go("/ask");
        child.page().clock().install();
        child.page().keyboard().press("Shift");
        child.page().keyboard().press("Shift");
        child.page().clock().runFor(5_100);
        child.page().keyboard().press("Shift");
        assertThat(child.page().url()).endsWith("/ask");

        leavesBy(child, page -> {
            page.keyboard().press("Shift");
            page.keyboard().press("Shift");
        });
    }

    @Test
    void theScreenIsEmptyInTheSameMoment() {
        var child = readingAnAnswer(true);
        var seen = child.page().evaluate("""
                () => {
                  document.querySelector('[role=button][data-exit]').click();
                  return document.body.innerText;
                }
                """);
        assertThat(seen.toString()).doesNotContain(ANSWER).hasSizeLessThan(20);
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void leavesWhileWriting(boolean javaScript) {
        var words = Marker.next();
        var child = child(javaScript).go("/ask").fill("happening", words);
        leavesBy(child, page -> page.locator("[role=button][data-exit]").click());
        showsNothingAfterwards(child, words);
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void leavesThePageWithTheCode(boolean javaScript) {
        var child = child(javaScript);
        var code = child.write(Marker.next());
        leavesBy(child, page -> page.locator("[role=button][data-exit]").click());
        showsNothingAfterwards(child, code);
        assertThat(child.go("/sent").source()).doesNotContain(code);
    }

    private BrowserChild child(boolean javaScript) {
        return new BrowserChild(chromium.phone(javaScript), whole.contact());
    }

    private BrowserChild readingAnAnswer(boolean javaScript) {
        var marker = Marker.next();
        var phone = whole.phone();
        var code = phone.write(marker);
        var ben = whole.staff("ben");
        ben.reply(ben.enquiry(marker), ANSWER);
        phone.open(code);
        Eventually.holds("the answer is there", () -> phone.thread().messages().contains(ANSWER));
        var child = child(javaScript).go("/").comeBack(code);
        assertThat(child.screen()).contains(ANSWER);
        return child;
    }

    private void leavesBy(BrowserChild child, Consumer<Page> exit) {
        exit.accept(child.page());
        child.page().waitForURL(whole.elsewhere().url().toString());
        assertThat(child.screen()).contains(Elsewhere.WORDS);
        assertThat(whole.elsewhere().told()).containsOnly("/weather [][]");
        Eventually.holds(
                "the cookies are gone", () -> child.page().context().cookies().isEmpty());
    }

    /** Back, and Back again, as far as it goes. */
    private static void showsNothingAfterwards(BrowserChild child, String words) {
        for (var i = 0; i < 3; i++) {
            child.back();
            Eventually.holds(
                    "nothing of it is on the page", () -> !child.source().contains(words));
        }
    }

    private static void readsNothing(BrowserChild child) {
        child.go("/messages");
        assertThat(child.messages()).isEmpty();
        assertThat(child.page().locator("[name=code]").isVisible()).isTrue();
    }
}
