package uk.helpathand.contact.sms;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the tick on the page to what stands on the phone. */
@QuarkusTest
class AnswersInTextTest {

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"formToken\" value=\"([^\"]*)\"");

    @Inject
    CircuitBreakerMaintenance breakers;

    private TextsInPlay play;

    @BeforeEach
    void noon() {
        breakers.resetAll();
        play = new TextsInPlay();
        TextsInPlay.atLondon(LocalTime.NOON);
    }

    @Test
    void whoever_ticked_it_reads_the_words_on_the_phone_and_whoever_did_not_that_there_are_some() {
        TextsInPlay.reply(asks(Map.of("numberIs", "mine", "answersInText", "in-text")), "come at noon", null);
        TextsInPlay.settled();
        TextsInPlay.reply(asks(Map.of("numberIs", "mine")), "come at one", null);
        TextsInPlay.settled();

        assertThat(play.sent)
                .extracting(TextsInPlay.Sent::words)
                .containsExactly("come at noon", TextsInPlay.config("helpathand.safe-contact.notice.en"));
    }

    /** Others read it there. */
    @Test
    void on_a_shared_phone_the_notice_goes_whatever_was_ticked() {
        TextsInPlay.reply(asks(Map.of("numberIs", "shared", "answersInText", "in-text")), "come at noon", null);
        TextsInPlay.settled();

        assertThat(play.sent)
                .extracting(TextsInPlay.Sent::words)
                .containsExactly(TextsInPlay.config("helpathand.safe-contact.notice.en"));
    }

    private static UUID asks(Map<String, String> ticks) {
        Matcher token = FORM_TOKEN.matcher(given().get("/ask").asString());
        assertThat(token.find()).isTrue();
        given().contentType("application/x-www-form-urlencoded; charset=utf-8")
                .formParam("formToken", token.group(1))
                .formParam("happening", "hello")
                .formParam("reply", "text")
                .formParam("number", "07700 900456")
                .formParams(ticks)
                .post("/ask")
                .then()
                .statusCode(200);
        TextsInPlay.settled();
        return TextsInPlay.conversation();
    }
}
