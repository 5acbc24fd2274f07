package uk.helpathand.contact.sms.twilio;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.helpathand.contact.sms.Accepted;
import uk.helpathand.contact.sms.ReceivedText;
import uk.helpathand.contact.sms.SmsRefused;
import uk.helpathand.contact.sms.SmsRefused.Kind;
import uk.helpathand.contact.sms.SmsUnavailable;
import uk.helpathand.contact.sms.TextState;
import uk.helpathand.contact.sms.TextToSend;

/** What Twilio's API answers, in JSON (STANDARDS 1.2). Whatever it says beyond what we know is passed over. */
final class TwilioJson {

    private static final JsonMapper JSON = JsonMapper.builder()
            // Half a surrogate pair cannot be written as UTF-8, and can as an escape.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final JsonNode root;

    private TwilioJson(JsonNode root) {
        this.root = root;
    }

    static TwilioJson of(byte[] body) {
        try {
            return new TwilioJson(JSON.readTree(new String(body, StandardCharsets.UTF_8)));
        } catch (JsonProcessingException | RuntimeException e) {
            return new TwilioJson(JSON.missingNode());
        }
    }

    /** A message that was just made. */
    Optional<Accepted> accepted(Instant now) {
        String sid = word(root, "sid");
        return sid.isBlank() ? Optional.empty() : Optional.of(new Accepted(sid, state(root), now));
    }

    /** Only the number of the error is repeated: its message may hold that of the phone. */
    SmsRefused refusal() {
        String code = word(root, "code");
        return new SmsRefused(
                code,
                switch (code) {
                    case "21610" -> Kind.OPTED_OUT;
                    case "21211", "21214", "21217", "21614" -> Kind.NOT_A_PHONE;
                    case "21215", "21216", "21408", "21608", "21612" -> Kind.NOT_ALLOWED;
                    default -> Kind.OTHER;
                });
    }

    /** Those that came in. What has no id cannot be told apart and is left out. */
    List<ReceivedText> received() throws SmsUnavailable {
        var texts = new ArrayList<ReceivedText>();
        for (JsonNode message : messages()) {
            String sid = word(message, "sid");
            if (!sid.isBlank() && word(message, "direction").equals("inbound")) {
                texts.add(new ReceivedText(
                        TwilioSmsGateway.PROVIDER,
                        sid,
                        word(message, "from"),
                        word(message, "to"),
                        word(message, "body"),
                        time(message),
                        TwilioTexts.count(word(message, "num_media")),
                        null,
                        bytes(message)));
            }
        }
        return texts;
    }

    /** The first that was sent with these words between these numbers, at that time or after it. */
    Optional<Accepted> sent(TextToSend text, Instant since) throws SmsUnavailable {
        Accepted found = null;
        for (JsonNode message : messages()) {
            Instant at = time(message);
            boolean same = word(message, "direction").startsWith("outbound")
                    && word(message, "from").equals(text.from())
                    && word(message, "to").equals(text.to())
                    && word(message, "body").equals(text.body())
                    && at != null
                    && !at.isBefore(since);
            if (same && (found == null || at.isBefore(found.at()))) {
                found = new Accepted(word(message, "sid"), state(message), at);
            }
        }
        return Optional.ofNullable(found);
    }

    /** The query of the page after this one; null at the end. Its host and path are ours to say. */
    String next() {
        String uri = word(root, "next_page_uri");
        int query = uri.indexOf('?');
        return query < 0 ? null : uri.substring(query + 1);
    }

    /** An answer without its list is no empty list: a text would be sent twice, or never be looked for again. */
    private JsonNode messages() throws SmsUnavailable {
        JsonNode messages = root.path("messages");
        if (!messages.isArray()) {
            throw new SmsUnavailable("an answer that makes no sense", null);
        }
        return messages;
    }

    private static TextState state(JsonNode message) {
        return TwilioTexts.state(word(message, "status"), word(message, "error_code"));
    }

    /** When it was made; a message that waits has not been sent yet. Null where there is no time. */
    private static Instant time(JsonNode message) {
        String created = word(message, "date_created");
        String date = created.isEmpty() ? word(message, "date_sent") : created;
        try {
            return ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String word(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNull() ? "" : value.asText("");
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written");
        }
    }
}
