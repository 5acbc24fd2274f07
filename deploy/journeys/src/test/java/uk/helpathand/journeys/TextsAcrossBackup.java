package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.journeys.TextIT.NOTIFY;
import static uk.helpathand.journeys.TextIT.TWILIO;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.local.LocalStack;
import uk.helpathand.local.Part;
import uk.helpathand.local.StackConfig;
import uk.helpathand.local.sms.Faults;
import uk.helpathand.local.sms.InboxText;
import uk.helpathand.local.sms.Phone;
import uk.helpathand.local.sms.SendFault;
import uk.helpathand.people.Eventually;
import uk.helpathand.people.Marker;
import uk.helpathand.people.Staff;

/** Two children who text, one at each provider. Their answers wait when the backup is taken, and reach them after it. */
final class TextsAcrossBackup {

    /** What the backup owes: the answers, and it knows of no try. */
    static final String OWED = "outgoing_text WHERE state = 'sending' AND tried_at IS NULL AND NOT automatic";

    private static final String ANSWER = "we have spoken to them";
    private static final String LATER = " thank u";
    private static final int RETRY_AFTER_SECONDS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Whole whole;
    private final String marker = Marker.next();
    private final Map<String, Phone> phones = new HashMap<>();
    private final Map<String, JsonNode> enquiries = new HashMap<>();

    TextsAcrossBackup(Whole whole) {
        this.whole = whole;
        phones.put(NOTIFY, whole.stack().sms().phone("+447700900310"));
        phones.put(TWILIO, whole.stack().sms().phone("+447700900311"));
    }

    void areAnsweredWhileTheirProvidersAreBusy() {
        Staff ada = whole.staff("ada");
        phones.forEach((number, phone) -> {
            phone.text(number, marker + number);
            enquiries.put(number, ada.enquiry(marker + number));
            Eventually.holds("a first answer", () -> phone.inbox().size() == 1);
            whole.stack()
                    .sms()
                    .faults(
                            number,
                            Faults.NONE.withSends(SendFault.TOO_MANY, 0).withRetryAfterSeconds(RETRY_AFTER_SECONDS));
            ada.reply(enquiries.get(number), ANSWER);
        });
    }

    void reachTheirPhones() {
        phones.keySet().forEach(number -> whole.stack().sms().faults(number, Faults.NONE));
        phones.forEach((number, phone) -> {
            Eventually.holds("the answer", PATIENCE, () -> phone.inbox().size() == 2);
            phone.text(number, marker + LATER);
        });
    }

    /** The same providers, who know what they have delivered. */
    StackConfig atTheSameProviders(StackConfig restored) {
        String simulator = whole.stack().smsUrl().toString();
        return restored.with(Part.CONTACT_SERVICE, "HELPATHAND_SMS_NOTIFY_URL", simulator)
                .with(Part.CONTACT_SERVICE, "HELPATHAND_SMS_TWILIO_URL", simulator)
                .with(Part.CONTACT_SERVICE, "HELPATHAND_TEXTS_SWEEP_EVERY", "5s")
                .with(Part.CONTACT_SERVICE, "HELPATHAND_TEXTS_ASK_AFTER", "2s")
                .with(Part.CONTACT_SERVICE, "HELPATHAND_SAFE_CONTACT_UNSAID", "00:00-00:00");
    }

    /** What came after the backup is taken in from the provider's list, and answered by nobody a second time. */
    void areOnTheirPhonesOnce(LocalStack restored, Staff ada) {
        phones.forEach((number, phone) -> {
            JsonNode enquiry = enquiries.get(number);
            Eventually.holds("what was texted after the backup", PATIENCE, () -> ada.texts(enquiry)
                    .contains(marker + LATER));
            Eventually.holds("it is known that the answer arrived", PATIENCE, () -> ada.messages(enquiry).stream()
                    .anyMatch(message -> List.of("sent", "delivered")
                            .contains(message.at("/textState/state").asText())));
            assertThat(ada.texts(enquiry)).containsExactly(marker + number, ANSWER, marker + LATER);
            assertThat(phone.inbox().stream().map(InboxText::body)).hasSize(2).containsOnlyOnce(ANSWER);
        });
    }
}
