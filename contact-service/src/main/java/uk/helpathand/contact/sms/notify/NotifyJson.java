package uk.helpathand.contact.sms.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.helpathand.contact.sms.Accepted;
import uk.helpathand.contact.sms.ProviderWords;
import uk.helpathand.contact.sms.ReceivedText;
import uk.helpathand.contact.sms.SmsRefused;
import uk.helpathand.contact.sms.SmsRefused.Kind;
import uk.helpathand.contact.sms.SmsUnavailable;
import uk.helpathand.contact.sms.TextState;
import uk.helpathand.contact.sms.TextStatus;
import uk.helpathand.contact.sms.TextToSend;

/**
 * What Notify says and is told, in JSON (STANDARDS 1.1). Whatever it says beyond what we know is passed over; nothing that
 * stands in a body makes this fail in another way than by an empty answer. Bytes that are no UTF-8 become U+FFFD, so that one
 * of them does not hide a child's words and number; the bytes themselves are kept elsewhere.
 */
final class NotifyJson {

    /** A key that comes twice could be read in two ways, so it is not read. Nesting ends at Jackson's own limit. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // Half a surrogate pair cannot be written as UTF-8, and can as an escape.
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private NotifyJson() {}

    /** The call for a received text; empty where there is no id, or neither a sender nor words. The sender may be nobody. */
    static Optional<ReceivedText> received(byte[] body) {
        JsonNode text = read(body);
        String id = word(text, "id");
        String from = word(text, "source_number");
        if (id.isBlank() || from.isBlank() && !text.has("message")) {
            return Optional.empty();
        }
        return Optional.of(new ReceivedText(
                NotifySmsGateway.PROVIDER,
                id,
                from,
                word(text, "destination_number"),
                words(text, "message"),
                time(text, "date_received"),
                0,
                null,
                body));
    }

    /** The list of received texts, which has other names for the same things. What has no id cannot be told apart. */
    static List<ReceivedText> receivedList(byte[] body) throws SmsUnavailable {
        var texts = new ArrayList<ReceivedText>();
        for (JsonNode text : list(body, "received_text_messages")) {
            String id = word(text, "id");
            if (!id.isBlank()) {
                texts.add(new ReceivedText(
                        NotifySmsGateway.PROVIDER,
                        id,
                        word(text, "user_number"),
                        word(text, "notify_number"),
                        words(text, "content"),
                        time(text, "created_at"),
                        0,
                        null,
                        bytes(text)));
            }
        }
        return texts;
    }

    /** Empty where it does not say of which text it speaks, or how that is. */
    static Optional<TextStatus> receipt(byte[] body, Clock clock) {
        JsonNode receipt = read(body);
        String id = word(receipt, "id");
        String status = word(receipt, "status");
        if (id.isBlank() || status.isBlank()) {
            return Optional.empty();
        }
        String reference = word(receipt, "reference");
        Instant at = time(receipt, "completed_at");
        return Optional.of(new TextStatus(
                NotifySmsGateway.PROVIDER,
                id,
                reference.isEmpty() ? null : reference,
                status,
                state(status),
                null,
                at == null ? clock.instant() : at));
    }

    static byte[] toSend(TextToSend text, NotifyAccount account) {
        var body = JSON.createObjectNode()
                .put("phone_number", text.to())
                .put("template_id", account.templateId)
                .put("reference", text.reference().toString());
        account.senderId.ifPresent(id -> body.put("sms_sender_id", id));
        body.putObject("personalisation").put("message", text.body());
        return bytes(body);
    }

    /** The answer to a send: a text that Notify has just made is {@code created}. */
    static Optional<Accepted> accepted(byte[] body, Instant now) {
        String id = word(read(body), "id");
        return id.isBlank() ? Optional.empty() : Optional.of(new Accepted(id, TextState.ACCEPTED, now));
    }

    /** The text of that reference. Where there are several, one that is on its way rather than one that has failed. */
    static Optional<Accepted> withReference(byte[] body, UUID reference, Clock clock) throws SmsUnavailable {
        Accepted found = null;
        for (JsonNode text : list(body, "notifications")) {
            String id = word(text, "id");
            if (!id.isBlank() && word(text, "reference").equals(reference.toString())) {
                Instant at = time(text, "created_at");
                var next = new Accepted(id, state(word(text, "status")), at == null ? clock.instant() : at);
                if (found == null || found.state() == TextState.FAILED) {
                    found = next;
                }
            }
        }
        return Optional.ofNullable(found);
    }

    /** Only the kind of error is repeated: its message may hold the number. */
    static SmsRefused refusal(byte[] body) {
        JsonNode error = read(body).path("errors").path(0);
        String code = ProviderWords.code(word(error, "error"));
        String message = word(error, "message");
        if (code.equals("ValidationError")) {
            return new SmsRefused(code, message.startsWith("phone_number") ? Kind.NOT_A_PHONE : Kind.OTHER);
        }
        boolean recipient = code.equals("BadRequestError")
                && (message.contains("to this recipient") || message.contains("international mobile"));
        return new SmsRefused(code, recipient ? Kind.NOT_ALLOWED : Kind.OTHER);
    }

    /** Null for a word that we do not know. */
    static TextState state(String status) {
        return switch (status) {
            case "created" -> TextState.ACCEPTED;
            case "sending", "pending" -> TextState.SENDING;
            case "sent" -> TextState.SENT;
            case "delivered" -> TextState.DELIVERED;
            case "temporary-failure" -> TextState.FAILED_FOR_NOW;
            case "permanent-failure", "technical-failure" -> TextState.FAILED;
            default -> null;
        };
    }

    /** An answer without its list is no empty list: a text would be sent twice, or never be looked for again. */
    private static JsonNode list(byte[] body, String name) throws SmsUnavailable {
        JsonNode list = read(body).path(name);
        if (!list.isArray()) {
            throw new SmsUnavailable("an answer that makes no sense", null);
        }
        return list;
    }

    private static JsonNode read(byte[] body) {
        try {
            // By way of a String: the decoder replaces what is no UTF-8, and no other encoding is guessed.
            String text = new String(body, StandardCharsets.UTF_8);
            return JSON.readTree(text.startsWith("\ufeff") ? text.substring(1) : text);
        } catch (JsonProcessingException | RuntimeException e) {
            return JSON.missingNode();
        }
    }

    /** Never null. Notify says that all its values are strings; a number would do. */
    private static String word(JsonNode node, String name) {
        JsonNode value = node.path(name);
        return value.isNull() ? "" : value.asText("");
    }

    /** Null where nothing can be told to be words; {@code null} and nothing at all in quotes are an empty text. */
    private static String words(JsonNode text, String name) {
        JsonNode value = text.path(name);
        return value.isNull() || value.isValueNode() ? word(text, name) : null;
    }

    /** Null where there is none. */
    private static Instant time(JsonNode node, String name) {
        try {
            return OffsetDateTime.parse(word(node, name)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static byte[] bytes(JsonNode node) {
        try {
            return JSON.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree that cannot be written");
        }
    }
}
