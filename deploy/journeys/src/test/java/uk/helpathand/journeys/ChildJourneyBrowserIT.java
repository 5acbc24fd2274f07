package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.journeys.fixture.BrowserChild;
import uk.helpathand.journeys.fixture.Chromium;
import uk.helpathand.journeys.fixture.Codes;
import uk.helpathand.journeys.fixture.RealBrowser;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;

/** One child, from a phone to an adviser and back. */
@ExtendWith({RealBrowser.class, RunningWhole.class})
class ChildJourneyBrowserIT {

    private static final Map<String, String> DETAILS = Map.of(
            "name", "Zoë O’Brien-Łukasz",
            "age", "fourteen",
            "council", "Leeds",
            "livesIn", "a children’s home",
            "helpedBy", "nobody",
            "language", "العربية",
            "needs", "big letters");

    private final Whole whole;
    private final Chromium chromium;

    ChildJourneyBrowserIT(Whole whole, Chromium chromium) {
        this.whole = whole;
        this.chromium = chromium;
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void thereAndBack(boolean javaScript) {
        var marker = Marker.next();
        var child = child(javaScript);
        ask(child, marker + " they want to move me again");
        var code = child.code();
        assertThat(code).matches("[a-z]+( [a-z]+){3} [0-9]{4}");
        assertThat(sizeOf(child)).isGreaterThanOrEqualTo(24);
        tellMore(child);

        var ada = whole.staff("ada");
        var enquiry = ada.enquiry(marker);
        seesWhatWasAsked(enquiry, marker + " they want to move me again");
        seesDetails(Eventually.get("details", () -> Optional.of(ada.read(enquiry))
                .filter(now -> now.get("details").size() > 0)));
        ada.acknowledge(enquiry);
        ada.triage(enquiry, "open-case", "Hello, I am looking into this for you.");
        ada.reply(enquiry, "I have asked your social worker.\nمرحبا");

        var back = child(javaScript).comeBack(Codes.mistyped(code));
        back.awaitMessages(3);
        assertThat(back.messages())
                .containsExactly(
                        marker + " they want to move me again",
                        "Hello, I am looking into this for you.",
                        "I have asked your social worker.\nمرحبا");
        // The marker is hexadecimal, and may spell her by chance.
        assertThat(back.screen().replace(marker, "")).doesNotContainIgnoringCase("ada");

        back.fill("text", "Thank you. When?").send();
        assertThat(back.messages()).last().isEqualTo("Thank you. When?");
        Eventually.holds("the adviser has it", () -> ada.texts(enquiry).contains("Thank you. When?"));
        var waiting = ada.waiting(enquiry).orElseThrow();
        assertThat(waiting.get("ownerKind").asText()).isEqualTo("adviser");
        assertThat(waiting.get("ownerId").asText()).isEqualTo(ada.subject());
        assertThat(chromium.wentOut()).isEmpty();
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void theCodeIsShownOnce(boolean javaScript) {
        var child = child(javaScript);
        var code = child.write(Marker.next());
        var lastWord = code.split(" ")[3];

        child.page().reload();
        assertThat(child.source()).doesNotContain(lastWord);
        child.back();
        assertThat(child.source()).doesNotContain(lastWord);
        child.go("/sent");
        assertThat(child.source()).doesNotContain(lastWord);
        child.comeBack(code);
        assertThat(child.messages()).hasSize(1);
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void pressingSendTwiceIsOneMessage(boolean javaScript) {
        var marker = Marker.next();
        var child = child(javaScript).go("/ask").fill("happening", marker);
        child.page().locator("main form button").dblclick();
        var code = child.code();
        child.back();
        if (child.source().contains(marker)) {
            // The browser has kept the form as it was sent.
            child.send();
        }

        var ada = whole.staff("ada");
        var enquiry = ada.enquiry(marker);
        assertThat(child(javaScript).comeBack(code).messages()).containsExactly(marker);
        assertThat(ada.queued(marker)).hasSize(1);
        assertThat(ada.texts(enquiry)).containsExactly(marker);
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void everyCharacterArrives(boolean javaScript) {
        var marker = Marker.next();
        var text = marker + " " + "🧑🏽‍🦽👩‍👩‍👧‍👦😭".repeat(700) + "أريد أن أبقى مع أخي ".repeat(500);
        text += "👋".repeat(20_000 - text.codePointCount(0, text.length()));
        var child = child(javaScript);
        var code = child.write(text);

        var ada = whole.staff("ada");
        var enquiry = ada.enquiry(marker);
        assertThat(enquiry.get("happening").asText()).isEqualTo(text);
        assertThat(enquiry.get("altered").asBoolean()).isFalse();
        assertThat(child.comeBack(code).messages()).containsExactly(text);
    }

    private BrowserChild child(boolean javaScript) {
        return new BrowserChild(chromium.phone(javaScript), whole.contact());
    }

    private static void ask(BrowserChild child, String happening) {
        child.go("/").page().locator("main a[href='/ask']").first().click();
        child.fill("happening", happening)
                .fill("wanted", "I want to stay")
                .choose("safe", "not-sure")
                .choose("reply", "text")
                .fill("number", "07700 900123")
                .choose("numberIs", "shared");
        child.page().locator("[name=safeTimes][value=weekend-day]").check();
        child.fill("safeNote", "not when he is in").send();
    }

    private static void tellMore(BrowserChild child) {
        child.page().locator("a[href^='/more']").click();
        DETAILS.forEach(child::fill);
        child.send();
        assertThat(child.screen()).contains("Thank you");
    }

    private static void seesWhatWasAsked(JsonNode enquiry, String happening) {
        assertThat(enquiry.get("happening").asText()).isEqualTo(happening);
        assertThat(enquiry.get("wanted").asText()).isEqualTo("I want to stay");
        assertThat(enquiry.get("safe").asText()).isEqualTo("not-sure");
        assertThat(enquiry.get("channel").asText()).isEqualTo("web-child");
        var contact = enquiry.get("safeContact");
        assertThat(contact.get("replyBy").asText()).isEqualTo("text");
        assertThat(contact.get("number").asText()).isEqualTo("07700 900123");
        assertThat(contact.get("numberIs").asText()).isEqualTo("shared");
        assertThat(contact.get("safeTimes").toString()).isEqualTo("[\"weekend-day\"]");
        assertThat(contact.get("safeNote").asText()).isEqualTo("not when he is in");
    }

    private static void seesDetails(JsonNode enquiry) {
        var details = enquiry.get("details").get(0);
        assertThat(DETAILS)
                .allSatisfy((field, answer) ->
                        assertThat(entry(field, details.get(field).asText())).isEqualTo(entry(field, answer)));
    }

    private static double sizeOf(BrowserChild child) {
        return ((Number) child.codeElement().evaluate("code => parseFloat(getComputedStyle(code).fontSize)"))
                .doubleValue();
    }
}
