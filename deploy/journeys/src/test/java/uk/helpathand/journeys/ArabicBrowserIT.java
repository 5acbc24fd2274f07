package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
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

/** A child whose phone speaks English and who reads Arabic. */
@ExtendWith({RealBrowser.class, RunningWhole.class})
class ArabicBrowserIT {

    private static final String ARABIC = " يريدون نقلي إلى بيت آخر يوم الجمعة";

    private final Whole whole;
    private final Chromium chromium;

    ArabicBrowserIT(Whole whole, Chromium chromium) {
        this.whole = whole;
        this.chromium = chromium;
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void thereAndBack(boolean javaScript) {
        var marker = Marker.inArabic();
        var child = child(javaScript).go("/");
        assertThat(languageOf(child)).isEqualTo("en ltr");
        switches(child);
        assertThat(languageOf(child)).isEqualTo("ar rtl");
        child.follow("/ask").fill("happening", marker + ARABIC).send();
        var code = child.code();
        assertThat(languageOf(child)).isEqualTo("ar rtl");
        assertThat(child.codeElement().evaluate("code => getComputedStyle(code).direction"))
                .as("the code is English words")
                .isEqualTo("ltr");

        var ada = whole.staff("ada");
        var enquiry = ada.enquiry(marker);
        assertThat(enquiry.get("happening").asText()).isEqualTo(marker + ARABIC);
        assertThat(enquiry.get("language").asText()).isEqualTo("ar");
        assertThat(ada.messages(enquiry).get(0).get("language").asText()).isEqualTo("ar");
        ada.reply(enquiry, Map.of("text", "سنساعدك في هذا.", "language", "ar", "audience", "child"));
        ada.reply(enquiry, Map.of("text", "I call your social worker.", "language", "en", "audience", "child"));

        var back = child(javaScript).go("/");
        switches(back);
        back.comeBack(code).awaitMessages(3);
        assertThat(languageOf(back)).isEqualTo("ar rtl");
        assertThat(quoted(back))
                .as("each in its own language and direction, whatever the page is in")
                .containsExactly("ar rtl", "ar rtl", "en ltr");
        back.fill("text", "شكرا").send();
        assertThat(back.messages()).last().isEqualTo("شكرا");
        assertThat(quoted(back)).last().isEqualTo("ar rtl");
        assertThat(chromium.wentOut()).isEmpty();
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void switchingKeepsWhatWasTypedAndSendsNothing(boolean javaScript) {
        var marker = Marker.next();
        var child = child(javaScript).go("/ask").fill("happening", marker).choose("safe", "not-sure");
        switches(child);
        assertThat(languageOf(child)).isEqualTo("ar rtl");
        assertThat(child.page().locator("[name=happening]").inputValue()).isEqualTo(marker);
        assertThat(child.page().locator("#safe-not-sure").isChecked()).isTrue();
        assertThat(child.page().locator("main .govuk-error-summary").count()).isZero();
        assertThat(child.at()).isEqualTo("/ask");
        child.send();
        child.code();
        var ada = whole.staff("ada");
        ada.enquiry(marker);
        assertThat(ada.queued(marker)).hasSize(1);
    }

    @Test
    void theChoiceEndsWithTheSessionAndWithLeaving() {
        var child = child(false).go("/");
        switches(child);
        assertThat(child.page().context().cookies())
                .as("no cookie outlives the browser, and the language's names nothing but itself")
                .allSatisfy(cookie -> assertThat(cookie.expires).isEqualTo(-1))
                .anySatisfy(
                        cookie -> assertThat(cookie.name + "=" + cookie.value).isEqualTo("__Host-lang=ar"));
        assertThat(languageOf(child.go("/privacy"))).isEqualTo("ar rtl");

        child.page().locator("[role=button][data-exit]").click();
        child.page().waitForURL(whole.elsewhere().url().toString());
        assertThat(languageOf(child.go("/"))).as("after leaving").isEqualTo("en ltr");
        assertThat(languageOf(child(false).go("/")))
                .as("in a browser begun anew")
                .isEqualTo("en ltr");
    }

    /** A page in English on which Arabic was written: nobody says that these words are English. */
    @Test
    void arabicWrittenOnAnEnglishPageIsNotCalledEnglish() {
        var child = child(true);
        var code = child.write("مرحبا " + Marker.next());
        child.comeBack(code);
        assertThat(languageOf(child)).isEqualTo("en ltr");
        assertThat(quoted(child)).containsExactly(" rtl");
    }

    private BrowserChild child(boolean javaScript) {
        return new BrowserChild(chromium.phone(javaScript), whole.contact());
    }

    private static void switches(BrowserChild child) {
        child.page().locator(".hh-languages [lang=ar]").click();
        child.page().locator("html[lang=ar]").waitFor();
    }

    private static String languageOf(BrowserChild child) {
        return (String) child.page().evaluate("""
                () => document.documentElement.lang + ' ' + getComputedStyle(document.querySelector('main')).direction
                """);
    }

    /** Language and direction of each message, as the browser takes them. */
    private static List<String> quoted(BrowserChild child) {
        return child.page().locator(".hh-said__text").all().stream()
                .map(ArabicBrowserIT::languageAndDirection)
                .toList();
    }

    private static String languageAndDirection(Locator said) {
        return (String) said.evaluate("said => said.lang + ' ' + getComputedStyle(said).direction");
    }
}
