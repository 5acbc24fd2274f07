package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.journeys.fixture.BrowserChild;
import uk.helpathand.journeys.fixture.Chromium;
import uk.helpathand.journeys.fixture.KeyboardAdult;
import uk.helpathand.journeys.fixture.RealBrowser;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;

/** A foster carer tells about two children by keyboard alone; an adviser sees it typed, works it, and answers. */
@ExtendWith({RealBrowser.class, RunningWhole.class})
class AdultJourneyBrowserIT {

    private static final LocalDate TOMORROW =
            LocalDate.now(Clock.system(ZoneId.of("Europe/London"))).plusDays(1);

    private final Whole whole;
    private final Chromium chromium;

    AdultJourneyBrowserIT(Whole whole, Chromium chromium) {
        this.whole = whole;
        this.chromium = chromium;
    }

    @ParameterizedTest(name = "JavaScript {0}")
    @ValueSource(booleans = {true, false})
    void thereAndBack(boolean javaScript) {
        var marker = Marker.next();
        var adult = new KeyboardAdult(chromium.phone(javaScript), whole.contact());
        tellsOfThemselves(adult, marker);
        tellsOfTheFirst(adult);
        tellsOfTheSecond(adult);
        tellsTheRest(adult);
        adult.press("main a[href^='/adult/children/1/name']");
        adult.goOn();
        assertThat(adult.at()).isEqualTo("/adult/check");
        adult.goOn();
        assertThat(adult.at()).isEqualTo("/adult/sent");
        var sent = new BrowserChild(adult.page(), whole.contact());
        String code = sent.code();
        assertThat(code).matches("[a-z]+( [a-z]+){3} [0-9]{4}");
        assertThat(sent.screen()).containsPattern("HH-[A-Z0-9]{4}-[A-Z0-9]{4}");

        var ada = whole.staff("ada");
        var enquiry = ada.enquiry(marker);
        seesItTyped(enquiry);
        ada.acknowledge(enquiry);
        ada.triage(enquiry, "open-case", "Hello, I call the council now.");
        var after = ada.read(enquiry);
        assertThat(after.get("referral")).isEqualTo(enquiry.get("referral"));
        var child = ada.api()
                .get("/v1/children/" + after.at("/children/0/childId").asText())
                .expect(200)
                .json();
        assertThat(child.get("name").asText()).isEqualTo("Zoë O’Brien-Łukasz");

        var back = new BrowserChild(chromium.phone(javaScript), whole.contact()).comeBack(code);
        Eventually.holds("the answer is there", () -> {
            back.go("/messages");
            return back.messages().contains("Hello, I call the council now.");
        });
        assertThat(chromium.wentOut()).isEmpty();
    }

    private static void tellsOfThemselves(KeyboardAdult adult, String marker) {
        adult.go("/").press("main a[href='/adult']").goOn();
        adult.choose("danger", "no").goOn();
        adult.choose("type", "FOSTER_CARER").type("name", "Alex Example").goOn();
        adult.type("happening", marker + " they will move both").goOn();
    }

    private static void tellsOfTheFirst(KeyboardAdult adult) {
        adult.type("name", "Zoë O’Brien-Łukasz").goOn();
        adult.type("birthMonth", "May").type("birthYear", "2012").goOn();
        adult.type("lookedAfterBy", "brum").goOn();
        adult.choose("livesInCode", "SAME").goOn();
        adult.goOnTo("/adult/children/1/home").choose("setting", "CARAVAN").goOn();
        adult.choose("restricted", "YES").goOn();
        adult.tick("restrictions", "LOCKED_DOORS").goOn();
        adult.choose("authority", "NONE").goOn();
        adult.goOnTo("/adult/children/1/wish")
                .type("words", "I want to stay")
                .choose("obtained", "ASKED")
                .goOn();
    }

    private static void tellsOfTheSecond(KeyboardAdult adult) {
        adult.choose("another", "yes").goOn();
        adult.type("name", "Sam").goOn();
        adult.goOnTo("/adult/children/2/wish").choose("notKnown", "TOO_YOUNG").goOn();
        adult.choose("another", "no").goOn();
    }

    private static void tellsTheRest(KeyboardAdult adult) {
        adult.tick("themes", "PLACE").goOn();
        adult.type("what", "a move")
                .type("day", String.valueOf(TOMORROW.getDayOfMonth()))
                .type("dayMonth", String.valueOf(TOMORROW.getMonthValue()))
                .type("dayYear", String.valueOf(TOMORROW.getYear()))
                .goOn();
        adult.goOnTo("/adult/reply").choose("reply", "code").goOn();
        assertThat(adult.at()).isEqualTo("/adult/check");
    }

    private static void seesItTyped(JsonNode enquiry) {
        assertThat(enquiry.get("channel").asText()).isEqualTo("web-adult");
        assertThat(enquiry.get("requester").asText()).isEqualTo("adult");
        assertThat(enquiry.get("urgency").asText()).isEqualTo("immediate");
        assertThat(enquiry.get("urgencyReasons").findValuesAsText("code"))
                .contains("event-within-24-hours", "liberty-no-authority");
        assertThat(enquiry.get("children")).hasSize(2);
        assertThat(enquiry.at("/referral/referrer/type").asText()).isEqualTo("FOSTER_CARER");
        assertThat(enquiry.at("/referral/events/0/on").asText()).isEqualTo(TOMORROW.toString());
        var first = enquiry.at("/referral/children/0");
        assertThat(first.get("name").asText()).isEqualTo("Zoë O’Brien-Łukasz");
        assertThat(first.at("/age/birthYear").asInt()).isEqualTo(2012);
        assertThat(first.at("/age/birthDay").isMissingNode()).isTrue();
        assertThat(first.get("lookedAfterBy").asText()).isEqualTo("E08000025");
        assertThat(first.get("livesIn").asText()).isEqualTo("E08000025");
        assertThat(first.get("setting").asText()).isEqualTo("CARAVAN");
        assertThat(first.at("/liberty/restrictions/0").asText()).isEqualTo("LOCKED_DOORS");
        assertThat(first.at("/wish/words").asText()).isEqualTo("I want to stay");
        assertThat(first.at("/wish/obtained").asText()).isEqualTo("ASKED");
        assertThat(enquiry.at("/referral/children/1/wish/notKnown").asText()).isEqualTo("TOO_YOUNG");
    }
}
