package uk.helpathand.local.sms;

import java.util.Map;

/** What Twilio says about a text. */
final class TwilioBodies {

    private TwilioBodies() {}

    static String account(TwilioNumber service) {
        return "/" + TwilioCallbacks.API_VERSION + "/Accounts/" + service.accountSid();
    }

    /** Without .json at its end. */
    static String uri(Text text) {
        return account((TwilioNumber) text.service()) + "/Messages/" + text.id();
    }

    static Map<String, Object> message(Text text) {
        var service = text.service().number();
        var fields = Json.of(
                "account_sid", ((TwilioNumber) text.service()).accountSid(),
                "api_version", TwilioCallbacks.API_VERSION,
                "body", text.body(),
                "date_created", Times.twilio(text.at()),
                "date_sent", text.state() == TextState.QUEUED ? null : Times.twilio(text.at()),
                "date_updated", Times.twilio(text.updatedAt()),
                "direction", direction(text),
                "error_code", text.state().twilioError(),
                "error_message", null,
                "from", text.fromPhone() ? text.phone() : service,
                "messaging_service_sid", null,
                "num_media", Integer.toString(text.media()));
        fields.put("num_segments", Integer.toString(Wording.segments(text.body())));
        fields.put("price", null);
        fields.put("price_unit", "USD");
        fields.put("sid", text.id());
        fields.put("status", text.state().atTwilio());
        fields.put("subresource_uris", Json.of("media", uri(text) + "/Media.json"));
        fields.put("to", text.fromPhone() ? service : text.phone());
        fields.put("uri", uri(text) + ".json");
        return fields;
    }

    private static String direction(Text text) {
        return switch (text.direction()) {
            case FROM_PHONE -> "inbound";
            case TO_PHONE -> "outbound-api";
            case AUTOMATIC -> "outbound-reply";
        };
    }
}
