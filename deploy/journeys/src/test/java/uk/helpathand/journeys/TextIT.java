package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.TestInstance.Lifecycle.PER_CLASS;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.Part;
import uk.helpathand.local.sms.Faults;
import uk.helpathand.local.sms.InboxText;
import uk.helpathand.local.sms.Phone;
import uk.helpathand.local.sms.SendFault;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;
import uk.helpathand.people.Staff;

/** A child texts, an adviser answers, the child reads it on the phone; through outages, and once. */
@ExtendWith(RunningWhole.class)
@TestInstance(PER_CLASS)
class TextIT {

    static final String NOTIFY = "+447700900900";
    static final String TWILIO = "+447700900901";
    private static final Duration OUTAGE_PATIENCE = Duration.ofSeconds(90);

    private final AtomicInteger phones = new AtomicInteger(100);
    private final Whole whole;
    private final Staff ada;

    TextIT(Whole whole) {
        this.whole = whole;
        this.ada = whole.staff("ada");
    }

    @AfterEach
    void nothingIsWrong() {
        whole.stack().sms().faults(NOTIFY, Faults.NONE);
        whole.stack().sms().faults(TWILIO, Faults.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTIFY, TWILIO})
    void aChildTextsAnAdviserRepliesAndTheChildReads(String number) {
        var marker = Marker.next();
        var phone = phone();
        phone.text(number, marker + " they r moving me friday 😭");
        var enquiry = ada.enquiry(marker);
        assertThat(enquiry.get("channel").asText()).isEqualTo("sms");
        Eventually.holds("a first answer", () -> phone.inbox().size() == 1);
        assertThat(phone.inbox().get(0).body()).contains("999");
        assertThat(phone.inbox().get(0).from()).isEqualTo(number);

        var reply = ada.reply(enquiry, "We can stop that. What’s your social worker’s name?");

        Eventually.holds("the answer", () -> phone.inbox().size() == 2);
        assertThat(phone.inbox().get(1).body()).isEqualTo("We can stop that. What's your social worker's name?");
        Eventually.holds(
                "delivered",
                () -> textState(enquiry, reply).path("state").asText().equals("delivered"));

        phone.text(number, "her name is kim");
        Eventually.holds("on the same thread", () -> ada.texts(enquiry).contains("her name is kim"));
        assertThat(phone.inbox()).hasSize(2);
    }

    @Test
    void whoTickedItOnThePageReadsTheAnswerItselfOnThePhone() {
        var marker = Marker.next();
        var phone = phone();
        whole.phone()
                .write(Map.of(
                        "happening", marker,
                        "reply", "text",
                        "number", phone.number(),
                        "numberIs", "mine",
                        "answersInText", "in-text"));
        var enquiry = ada.enquiry(marker);
        assertThat(contactState(enquiry).at("/text/lockScreen").asBoolean()).isTrue();

        ada.reply(enquiry, "come at noon");

        Eventually.holds("the answer", () -> phone.inbox().size() == 1);
        assertThat(phone.inbox().get(0).body()).isEqualTo("come at noon");
    }

    @Test
    void stopIsToldBeforeAnybodyTypes() {
        var marker = Marker.next();
        var phone = phone();
        phone.text(TWILIO, marker + " hi");
        var enquiry = ada.enquiry(marker);
        phone.text(TWILIO, "STOP");
        Eventually.holds("told", () -> contactState(enquiry).has("textsStoppedAt"));
        assertThat(ada.read(enquiry).get("urgencyReasons").findValuesAsText("code"))
                .contains("texts-stopped");
        var refused = ada.api()
                .post(
                        "/v1/conversations/" + conversation(enquiry) + "/messages",
                        Map.of("text", "are you ok?", "audience", "child"),
                        "Idempotency-Key",
                        '"' + UUID.randomUUID().toString() + '"')
                .expect(422);
        assertThat(refused.json().get("type").asText()).endsWith("text-refused");
    }

    /** The provider has heard it and we have not: it refuses with a code (trap 8). */
    @Test
    void aNumberThatOnlyTheProviderKnowsToHaveStoppedIsATaskForAPerson() {
        var marker = Marker.next();
        var phone = phone();
        phone.text(TWILIO, marker + " hi");
        var enquiry = ada.enquiry(marker);
        Eventually.holds("a first answer", () -> phone.inbox().size() == 1);
        whole.stack().sms().faults(TWILIO, Faults.NONE.withCallbacksOff());
        phone.text(TWILIO, "STOP");
        ada.reply(enquiry, "are you ok?");
        Eventually.holds("told", () -> contactState(enquiry).has("textsStoppedAt"));
        Eventually.holds("a task", () -> ada.all("/v1/tasks?").stream()
                .anyMatch(task -> task.get("conversationId").asText().equals(conversation(enquiry))));
        assertThat(phone.inbox().stream().map(InboxText::body)).doesNotContain("are you ok?");
    }

    /** contact-service is away for longer than a provider tries (STANDARDS 1.1, 1.2, trap 3). */
    @Test
    void whatCameDuringAnOutageIsThereOnceAfterIt() {
        var marker = Marker.next();
        List<String> expected = new ArrayList<>();
        whole.stack().stop(Part.CONTACT_SERVICE);
        try {
            whole.stack().sms().faults(NOTIFY, Faults.NONE.withCallbacksOff());
            whole.stack().sms().faults(TWILIO, Faults.NONE.withCallbacksOff());
            for (String number : List.of(NOTIFY, TWILIO)) {
                IntStream.range(0, 3).forEach(i -> {
                    phone().text(number, marker + " " + number + " " + i);
                    expected.add(marker + " " + number + " " + i);
                });
            }
        } finally {
            whole.stack().start(Part.CONTACT_SERVICE);
        }
        Eventually.holds(
                "all are there", OUTAGE_PATIENCE, () -> excerpts(marker).size() >= expected.size());
        // Two sweeps more add nothing.
        Eventually.holds(
                "the sweep has been again",
                OUTAGE_PATIENCE,
                () -> whole.count(
                                "contact",
                                "SELECT count(*) FROM provider_sweep WHERE since > now() - interval '4 seconds'")
                        == 2);
        assertThat(excerpts(marker)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void aCallbackThatComesTwentyTimesAtOnceIsOneText() {
        var marker = Marker.next();
        var phone = phone();
        whole.stack().sms().faults(NOTIFY, Faults.NONE.withCopies(20));
        phone.text(NOTIFY, marker + " once");
        var enquiry = ada.enquiry(marker);
        Eventually.holds("a first answer", () -> phone.inbox().size() == 1);
        phone.text(NOTIFY, "twice");
        Eventually.holds("on the thread", () -> ada.texts(enquiry).contains("twice"));
        assertThat(ada.texts(enquiry)).containsExactly(marker + " once", "twice");
        assertThat(phone.inbox()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {NOTIFY, TWILIO})
    void aSendWhoseAnswerNeverComesReachesTheChildOnce(String number) {
        var marker = Marker.next();
        var phone = phone();
        phone.text(number, marker + " hi");
        var enquiry = ada.enquiry(marker);
        Eventually.holds("a first answer", () -> phone.inbox().size() == 1);
        whole.stack().sms().faults(number, Faults.NONE.withSends(SendFault.ACCEPT_THEN_CUT, 1));
        var reply = ada.reply(enquiry, "we are here");
        Eventually.holds("it is known to be sent", OUTAGE_PATIENCE, () -> List.of("sent", "delivered")
                .contains(textState(enquiry, reply).path("state").asText()));
        assertThat(phone.inbox().stream().map(InboxText::body))
                .filteredOn("we are here"::equals)
                .hasSize(1);
    }

    private Phone phone() {
        return whole.stack().sms().phone("+447700900" + phones.incrementAndGet());
    }

    private List<String> excerpts(String marker) {
        return ada.queued(marker).stream()
                .map(enquiry -> enquiry.get("excerpt").asText())
                .toList();
    }

    private static String conversation(JsonNode enquiry) {
        return enquiry.get("conversationId").asText();
    }

    private JsonNode contactState(JsonNode enquiry) {
        return ada.api()
                .get("/v1/conversations/" + conversation(enquiry) + "/contact-state")
                .expect(200)
                .json();
    }

    private JsonNode textState(JsonNode enquiry, JsonNode reply) {
        return ada.messages(enquiry).stream()
                .filter(message -> message.get("id").equals(reply.get("id")))
                .findFirst()
                .orElseThrow()
                .path("textState");
    }
}
