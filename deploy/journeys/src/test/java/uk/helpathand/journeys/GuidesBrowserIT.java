package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.journeys.fixture.BrowserChild;
import uk.helpathand.journeys.fixture.Chromium;
import uk.helpathand.journeys.fixture.RealBrowser;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Marker;

/** From the start page, from an adviser's reply, and on paper: how a child comes to what they can ask for. */
@ExtendWith({RealBrowser.class, RunningWhole.class})
class GuidesBrowserIT {

    private static final Pattern SHEET_SIDE = Pattern.compile("/Type\\s*/Page\\b(?!s)");
    private static final int GUIDES = 6;

    private final Whole whole;
    private final Chromium chromium;

    GuidesBrowserIT(Whole whole, Chromium chromium) {
        this.whole = whole;
        this.chromium = chromium;
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void fromTheStartPageToOneAndOnToTheForm(boolean javaScript) {
        var child = child(javaScript).go("/").follow("/guides");
        assertThat(child.page().locator("main .hh-guide-link").count()).isEqualTo(GUIDES);
        child.follow("/guides/moving");
        assertThat(child.page().locator("main h1").innerText()).isEqualTo("Do I have to move?");
        assertThat(child.page().locator("main h2").allInnerTexts()).contains("What you can ask for", "If they say no");
        child.page().locator(".hh-languages [lang=ar]").click();
        child.page().locator("html[lang=ar] article[lang=ar][dir=rtl]").waitFor();
        child.follow("/ask");
        assertThat(child.page().locator("[name=happening]").isVisible()).isTrue();
        assertThat(chromium.wentOut()).isEmpty();
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void aReplyThatNamesOneShowsItAsACardThatOpensIt(boolean javaScript) {
        var marker = Marker.next();
        var child = child(javaScript);
        var code = child.write(marker);
        var ada = whole.staff("ada");
        ada.reply(
                ada.enquiry(marker),
                Map.of("text", "You can ask them to wait.", "audience", "child", "guide", "moving"));
        child.comeBack(code).awaitMessages(2);
        var card = child.page().locator(".hh-said .hh-guide-link");
        assertThat(card.count()).isEqualTo(1);
        assertThat(card.innerText()).contains("Do I have to move?");
        card.click();
        child.page().waitForURL(whole.contact().resolve("/guides/moving").toString());
        assertThat(child.page().locator("main h1").innerText()).isEqualTo("Do I have to move?");
        child.go("/messages");
        assertThat(child.messages()).as("the thread is still open").hasSize(2);
    }

    @Test
    void thePackPrintsEachOnItsOwnSheetWithoutWhatOnlyAScreenNeeds() {
        for (var language : new String[] {"en", "ar"}) {
            var child = child(true).go("/guides/pack?lang=" + language);
            var page = child.page();
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            for (var onScreenOnly :
                    new String[] {".hh-exit", ".hh-languages", ".hh-exit-what", ".hh-end", ".hh-screen"}) {
                assertThat(page.locator(onScreenOnly).first().isVisible())
                        .as(onScreenOnly)
                        .isFalse();
            }
            assertThat(page.locator("article").all()).hasSize(GUIDES).allSatisfy(guide -> assertThat(
                            guide.evaluate("guide => getComputedStyle(guide).breakBefore"))
                    .isEqualTo("page"));
            assertThat(sides(page)).as("in " + language).isBetween(1 + GUIDES, 1 + 2 * GUIDES);
        }
    }

    @Test
    void theCodePrintsOnOneSide() {
        var child = child(true);
        child.write(Marker.next());
        assertThat(sides(child.page())).isEqualTo(1);
    }

    private static int sides(Page page) {
        var pdf = new String(page.pdf(new Page.PdfOptions().setFormat("A4")), StandardCharsets.ISO_8859_1);
        return (int) SHEET_SIDE.matcher(pdf).results().count();
    }

    private BrowserChild child(boolean javaScript) {
        return new BrowserChild(chromium.phone(javaScript), whole.contact());
    }
}
