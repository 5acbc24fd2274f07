package uk.helpathand.local.sms;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The callbacks of Twilio: signed forms, one more try where there was no connection. */
final class TwilioCallbacks {

    static final String API_VERSION = "2010-04-01";

    /** A word that Twilio does not use today. */
    static final String UNHEARD_OF = "read_by_robot";

    private final Timing timing;

    TwilioCallbacks(Timing timing) {
        this.timing = timing;
    }

    List<Call> received(Text text, Faults faults) {
        return List.of(call(text, "text", ((TwilioNumber) text.service()).received(), receivedFields(text), faults));
    }

    /** Of a text whose state is final; the first state, queued, was the answer to the send. */
    List<Call> statuses(Text text, Faults faults) {
        var service = (TwilioNumber) text.service();
        var url = text.statuses() == null ? service.statuses() : text.statuses();
        if (url == null || text.direction() == Text.Direction.AUTOMATIC) {
            return List.of();
        }
        var words =
                new ArrayList<>(List.of(TextState.SENT.atTwilio(), text.state().atTwilio()));
        if (faults.statusBackwards()) {
            words = new ArrayList<>(List.of(text.state().atTwilio(), TextState.SENT.atTwilio(), UNHEARD_OF));
        }
        return words.stream()
                .map(word -> call(text, "status", url, statusFields(text, word), faults))
                .toList();
    }

    /** In the order in which Twilio posts them; empty ones are there too. */
    private static Map<String, String> receivedFields(Text text) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("ToCountry", "GB");
        fields.put("ToState", "");
        fields.put("SmsMessageSid", text.id());
        fields.put("NumMedia", Integer.toString(text.media()));
        fields.put("ToCity", "");
        fields.put("FromZip", "");
        fields.put("SmsSid", text.id());
        fields.put("FromState", "");
        fields.put("SmsStatus", "received");
        fields.put("FromCity", "");
        fields.put("Body", text.body());
        fields.put("FromCountry", "GB");
        fields.put("To", text.service().number());
        fields.put("ToZip", "");
        var optOutType = TwilioKeywords.optOutType(text.body());
        if (((TwilioNumber) text.service()).advancedOptOut() && optOutType != null) {
            fields.put("OptOutType", optOutType);
        }
        // Made up: Twilio adds parameters without notice.
        fields.put("SimulatedNewParameter", "yes & no");
        fields.put("NumSegments", Integer.toString(Wording.segments(text.body())));
        fields.put("MessageSid", text.id());
        fields.put("AccountSid", ((TwilioNumber) text.service()).accountSid());
        fields.put("From", text.phone());
        fields.put("ApiVersion", API_VERSION);
        for (var i = 0; i < text.media(); i++) {
            fields.put("MediaContentType" + i, "image/jpeg");
            fields.put("MediaUrl" + i, "https://api.twilio.com" + TwilioBodies.uri(text) + "/Media/ME" + i);
        }
        return fields;
    }

    private static Map<String, String> statusFields(Text text, String word) {
        var fields = new LinkedHashMap<String, String>();
        var error = text.state().twilioError();
        if (error != null && word.equals(text.state().atTwilio())) {
            fields.put("ErrorCode", error.toString());
        }
        fields.put("SmsSid", text.id());
        fields.put("SmsStatus", word);
        fields.put("MessageStatus", word);
        fields.put("To", text.phone());
        fields.put("MessageSid", text.id());
        fields.put("AccountSid", ((TwilioNumber) text.service()).accountSid());
        fields.put("From", text.service().number());
        fields.put("ApiVersion", API_VERSION);
        return fields;
    }

    private Call call(Text text, String kind, URI url, Map<String, String> fields, Faults faults) {
        var tokens = ((TwilioNumber) text.service()).authTokens();
        var token = faults.token() < tokens.size() ? tokens.get(faults.token()) : "a-token-that-nobody-chose";
        var headers = Map.of(
                "Content-Type",
                "application/x-www-form-urlencoded; charset=UTF-8",
                "X-Twilio-Signature",
                TwilioSignature.of(withoutFragment(url), fields, token),
                "I-Twilio-Idempotency-Token",
                UUID.randomUUID().toString(),
                "User-Agent",
                "TwilioProxy/1.1");
        return new Call(
                text.service(),
                text.id(),
                kind,
                url,
                headers,
                Form.encode(fields).getBytes(US_ASCII),
                timing.twilioWithin(),
                kind.equals("text"),
                TwilioCallbacks::retry);
    }

    /** What stands after # is for Twilio: how to connect. */
    private static String withoutFragment(URI url) {
        return url.toString().replaceFirst("#.*$", "");
    }

    /** Whatever was answered is final. */
    private static Optional<Duration> retry(int tries, int status, boolean connected) {
        return !connected && tries == 1 ? Optional.of(Duration.ZERO) : Optional.empty();
    }
}
