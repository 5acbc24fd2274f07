package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uk.helpathand.journeys.fixture.BrowserChild;
import uk.helpathand.journeys.fixture.Chromium;
import uk.helpathand.journeys.fixture.Codes;
import uk.helpathand.journeys.fixture.RealBrowser;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Marker;

/**
 * What a machine can find against WCAG 2.2 AA and good practice, on every page and in every state, on a small phone (also 400 % zoom) and on a
 * large screen. People find more.
 */
@ExtendWith({RealBrowser.class, RunningWhole.class})
class AccessibilityBrowserIT {

    private final Whole whole;
    private final Chromium chromium;
    private final List<String> faults = new ArrayList<>();

    /**
     * Looking for what axe knows takes most of the time. Every page is looked at in each language and at each width once;
     * what does not fit is looked for in each language at each width.
     */
    private boolean deep = true;

    AccessibilityBrowserIT(Whole whole, Chromium chromium) {
        this.whole = whole;
        this.chromium = chromium;
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"320, en", "320, ar", "1280, en", "1280, ar"})
    void pagesThatOnlySay(int width, String language) {
        var child = child(width, language);
        for (var path : List.of(
                "/",
                "/privacy",
                "/accessibility",
                "/nowhere",
                "/sent",
                "/more",
                "/confirm",
                "/guides",
                "/guides/moving",
                "/guides/my-liberty",
                "/guides/pack")) {
            check(child.go(path), path);
        }
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"320, en", "320, ar", "1280, en", "1280, ar"})
    void theWayIn(int width, String language) {
        var child = child(width, language);
        check(child.go("/ask"), "the form");
        check(child.choose("reply", "text"), "the form with a number");
        check(child.choose("reply", "email"), "the form with an address");
        check(child.send(), "the form with nothing in it");
        check(child.fill("happening", "w".repeat(20_001)).send(), "the form with too much in it");
        check(child.fill("happening", Marker.next()).choose("safe", "no").send(), "the code");
        check(child.go("/sent"), "the code was shown");
        check(child.go("/ask"), "the form after sending");
        check(child.go("/more"), "details");
        check(child.fill("age", "9".repeat(300)).send(), "details with too much in them");
        check(child.fill("age", "9").send(), "details sent");
    }

    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"320, en", "320, ar", "1280, en", "1280, ar"})
    void theWayBack(int width, String language) {
        var marker = Marker.next();
        var code = whole.phone().write(marker + " " + "verylongword".repeat(30));
        var ada = whole.staff("ada");
        var enquiry = ada.enquiry(marker);
        ada.reply(enquiry, "Hello. Look at https://example.test/" + "a".repeat(200));
        ada.reply(enquiry, Map.of("text", "مرحبا", "language", "ar", "audience", "child", "guide", "moving"));
        var child = child(width, language);
        check(child.go("/messages"), "asks for the code");
        check(child.send(), "no code");
        check(child.fill("code", Codes.another(code)).send(), "wrong code");
        check(child.comeBack(code).awaitMessages(3), "the thread with a guide");
        check(child.send(), "nothing written");
        check(child.fill("text", "w".repeat(20_001)).send(), "too much written");
        check(child.fill("text", "more").send(), "written again");
        check(child.go("/messages/who-looked"), "who has looked");
        check(child.go("/messages/code"), "the code may have been seen");
        child.go("/messages");
        child.page().context().clearCookies();
        check(child.fill("text", "even more").send(), "written when the thread had closed");
        check(child.comeBack(code), "the thread again");
        whole.execute("contact", "DELETE FROM reading_session");
        check(child.go("/messages"), "the thread closed by itself");
        check(child.comeBack(code).go("/messages/code").send(), "the code is ended");
    }

    /** Where nothing is folded away. (What looks for faults is a script itself, so it only looks as if there was none.) */
    @ParameterizedTest(name = "{0} px, {1}")
    @CsvSource({"320, en", "320, ar", "1280, en", "1280, ar"})
    void asWithoutScript(int width, String language) {
        var child = child(width, language);
        child.page()
                .addInitScript(
                        "addEventListener('load', () => document.body.classList.remove('govuk-frontend-supported'));");
        check(child.go("/ask"), "the form with everything");
        assertThat(child.page().locator("[name=number]").isVisible()).isTrue();
        check(child.send(), "the form with nothing in it and everything open");
    }

    @Test
    void whileAFloodComesIn() {
        var flooded = whole.withFloodLimit("contact-service-flooded", 0);
        flooded.start();
        try {
            for (var width : List.of(320, 1280)) {
                var child = new BrowserChild(chromium.page(true, width, 740), flooded.url());
                check(child.go("/ask").fill("happening", Marker.next()).send(), "one more step");
                check(child.go("/sent"), "the code and the button");
                check(child.go("/confirm").send(), "confirmed");
                check(child.go("/confirm?lang=ar"), "confirmed, in Arabic");
                check(child.go("/ask").fill("happening", Marker.next()).send(), "one more step in Arabic");
                check(child.go("/sent"), "the code and the button in Arabic");
            }
        } finally {
            flooded.stop();
        }
    }

    @ParameterizedTest(name = "{0} px")
    @CsvSource({"320, en", "1280, en"})
    void theWayOfAnAdult(int width, String language) {
        var adult = child(width, language);
        deep = true;
        check(adult.go("/adult"), "what it is about");
        check(adult.send(), "danger");
        check(adult.go("/adult/you").send(), "who, with nothing chosen");
        for (var question : List.of("name", "age", "home", "restrictions", "order", "care", "advocate", "wish")) {
            check(adult.go("/adult/children/1/" + question), question);
        }
        check(adult.go("/adult/children/1/lives-in").fill("livesIn", "Cumbria").send(), "councils found");
        check(adult.go("/adult/events/1").fill("day", "soon").send(), "a wrong day");
        check(adult.go("/adult/children"), "the children");
        check(adult.go("/adult/themes"), "themes");
        check(adult.go("/adult/reply"), "how to answer");
        check(adult.go("/adult/check").send(), "answers that are missing");
        check(adult.go("/adult"), "a form that is there");
        check(adult.go("/adult/sent"), "nothing sent");
    }

    @AfterEach
    void nothingWasFound() {
        assertThat(faults).isEmpty();
    }

    private BrowserChild child(int width, String language) {
        deep = (width == 320) == language.equals("en");
        return new BrowserChild(chromium.page(true, width, 740), whole.contact()).go("/?lang=" + language);
    }

    /** Goes on after a fault, so that one run tells them all. */
    private void check(BrowserChild child, String state) {
        var page = child.page();
        if (deep) {
            for (var rule : new AxeBuilder(page).analyze().getViolations()) {
                for (var node : rule.getNodes()) {
                    faults.add("%s: %s %s".formatted(state, rule.getHelp(), node.getTarget()));
                }
            }
        }
        var tooWide = (Number) page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        if (tooWide.intValue() > 0) {
            faults.add("%s: %d pixels to scroll sideways".formatted(state, tooWide.intValue()));
        }
        if (!exitStaysOnTheScreen(page)) {
            faults.add("%s: the exit control is not on the screen".formatted(state));
        }
    }

    /** Wherever the reader has come to. */
    private static boolean exitStaysOnTheScreen(Page page) {
        var stays = true;
        for (var to : List.of("0", "document.body.scrollHeight / 2", "document.body.scrollHeight")) {
            page.evaluate("() => scrollTo(0, " + to + ")");
            var exit = page.locator("[role=button][data-exit]").boundingBox();
            stays &= exit.y >= 0 && exit.y + exit.height <= page.viewportSize().height;
        }
        page.evaluate("() => scrollTo(0, 0)");
        return stays;
    }
}
