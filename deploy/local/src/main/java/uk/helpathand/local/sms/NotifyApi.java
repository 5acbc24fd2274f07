package uk.helpathand.local.sms;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** The API of GOV.UK Notify as far as texts go (STANDARDS.md §1.1). */
final class NotifyApi {

    static final int PAGE = 250;
    static final Duration LISTED = Duration.ofDays(7);
    static final int MOST_CHARACTERS = 918;

    /** Fake success, no text, no receipt, no look-up. */
    static final Set<String> SMOKE_TEST = Set.of("+447700900000", "+447700900111", "+447700900222");

    private static final Set<String> KNOWN =
            Set.of("phone_number", "template_id", "personalisation", "reference", "sms_sender_id", "scheduled_for");

    private final SimulatorConfig config;
    private final Carrier carrier;
    private final FaultTable faults;
    private final NotifyToken token;
    private final Sends sends;

    NotifyApi(SimulatorConfig config, Carrier carrier, FaultTable faults) {
        this.config = config;
        this.carrier = carrier;
        this.faults = faults;
        this.sends = new Sends(faults, config.timing().hang());
        this.token = new NotifyToken(
                config.numbers().stream()
                        .filter(NotifyNumber.class::isInstance)
                        .map(NotifyNumber.class::cast)
                        .toList(),
                config.clock());
    }

    void handle(HttpExchange exchange) throws IOException, Refused {
        var service = token.check(Exchanges.header(exchange, "Authorization"));
        if (service.stream().anyMatch(number -> faults.of(number).apiDown())) {
            throw refused(503, "Exception", "Service unavailable");
        }
        var path = exchange.getRequestURI().getPath();
        var call = exchange.getRequestMethod() + " " + path;
        if (call.equals("POST /v2/notifications/sms")) {
            send(exchange, service);
        } else if (call.equals("GET /v2/notifications")) {
            notifications(exchange, service);
        } else if (call.equals("GET /v2/received-text-messages")) {
            received(exchange, service);
        } else if (call.startsWith("GET /v2/notifications/")) {
            notification(exchange, service, path.substring(path.lastIndexOf('/') + 1));
        } else {
            throw refused(404, "NotFound", "The requested URL was not found on the server");
        }
    }

    private void send(HttpExchange exchange, List<NotifyNumber> service) throws IOException, Refused {
        var asked = asked(exchange);
        var phone = phone(asked.get("phone_number").asText());
        var number = sender(service, asked.path("sms_sender_id").asText(""));
        var body = Wording.plain(body(number, asked));
        var reference = asked.path("reference").asText(null);
        sends.answer(
                exchange,
                number,
                () -> {
                    var text = SMOKE_TEST.contains(phone)
                            ? carrier.pretend(number, phone, body, reference)
                            : carrier.accept(number, phone, body, reference, null);
                    return NotifyBodies.accepted(text, root());
                },
                refused(429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 requests per 60 seconds"),
                refused(500, "Exception", "Internal server error"));
    }

    private static JsonNode asked(HttpExchange exchange) throws IOException, Refused {
        JsonNode asked;
        try {
            asked = Json.object(Exchanges.body(exchange));
        } catch (IllegalArgumentException e) {
            throw refused(400, "BadRequestError", "Invalid JSON supplied in POST data");
        }
        for (var required : List.of("phone_number", "template_id")) {
            if (!asked.path(required).isTextual()) {
                throw refused(400, "ValidationError", required + " is a required property");
            }
        }
        for (var fields = asked.fieldNames(); fields.hasNext(); ) {
            var field = fields.next();
            if (!KNOWN.contains(field)) {
                throw refused(
                        400, "ValidationError", "Additional properties are not allowed (" + field + " was unexpected)");
            }
        }
        return asked;
    }

    private static String phone(String given) throws Refused {
        var phone = Numbers.e164(given)
                .orElseThrow(() -> refused(400, "ValidationError", "phone_number Not a valid phone number"));
        if (Numbers.isUkLandline(phone)) {
            throw refused(400, "ValidationError", "phone_number Not a UK mobile number");
        }
        return phone;
    }

    private static NotifyNumber sender(List<NotifyNumber> service, String senderId) throws Refused {
        return service.stream()
                .filter(number -> senderId.isEmpty() || senderId.equals(number.senderId()))
                .findFirst()
                .orElseThrow(() -> refused(
                        400,
                        "BadRequestError",
                        "sms_sender_id %s does not exist in database for service id %s"
                                .formatted(senderId, service.get(0).serviceId())));
    }

    private static String body(NotifyNumber number, JsonNode asked) throws Refused {
        if (!number.templateId().equals(asked.get("template_id").asText())) {
            throw refused(400, "BadRequestError", "Template not found");
        }
        var words = asked.path("personalisation").path(number.placeholder());
        if (words.isMissingNode() || words.isNull()) {
            throw refused(400, "BadRequestError", "Missing personalisation: " + number.placeholder());
        }
        var body = words.asText().strip();
        if (body.isEmpty()) {
            throw refused(400, "BadRequestError", "Your message is empty.");
        }
        if (body.length() > MOST_CHARACTERS) {
            throw refused(
                    400,
                    "BadRequestError",
                    "Text messages cannot be longer than %d characters. Your message is %d characters"
                            .formatted(MOST_CHARACTERS, body.length()));
        }
        return body;
    }

    private void notification(HttpExchange exchange, List<NotifyNumber> service, String id)
            throws IOException, Refused {
        var text = carrier.texts()
                .find(id)
                .filter(found -> of(service).test(found) && !found.fromPhone())
                .orElseThrow(() -> refused(404, "NoResultFound", "No result found"));
        Exchanges.json(exchange, 200, NotifyBodies.notification(text, root()));
    }

    private void notifications(HttpExchange exchange, List<NotifyNumber> service) throws IOException {
        var query = Exchanges.query(exchange);
        var reference = query.get("reference");
        var status = query.get("status");
        Predicate<Text> which = text -> !text.fromPhone()
                && (reference == null || reference.equals(text.reference()))
                && (status == null || status.equals(text.state().atNotify()));
        page(
                exchange,
                "notifications",
                carrier.texts().newestFirst(of(service).and(which)),
                text -> NotifyBodies.notification(text, root()));
    }

    private void received(HttpExchange exchange, List<NotifyNumber> service) throws IOException {
        var oldest = config.clock().instant().minus(LISTED);
        Predicate<Text> which = text -> text.fromPhone() && !text.at().isBefore(oldest);
        page(
                exchange,
                "received_text_messages",
                carrier.texts().newestFirst(of(service).and(which)),
                NotifyBodies::listed);
    }

    /** Empty after an id that is not in the list, as Notify has it for one that is too old. */
    private void page(
            HttpExchange exchange, String name, List<Text> newestFirst, Function<Text, Map<String, Object>> view)
            throws IOException {
        var olderThan = Exchanges.query(exchange).get("older_than");
        var rest = newestFirst.stream();
        if (olderThan != null) {
            rest = rest.dropWhile(text -> !text.id().equals(olderThan)).skip(1);
        }
        var page = rest.limit(PAGE).toList();
        var here = root() + exchange.getRequestURI().getPath();
        var links = Json.of("current", root() + exchange.getRequestURI());
        if (!page.isEmpty()) {
            var query = Exchanges.query(exchange);
            query.put("older_than", page.get(page.size() - 1).id());
            links.put("next", here + "?" + Form.encode(query));
        }
        Exchanges.json(exchange, 200, Json.of(name, page.stream().map(view).toList(), "links", links));
    }

    private static Predicate<Text> of(List<NotifyNumber> service) {
        return text -> service.contains(text.service());
    }

    private String root() {
        return "http://localhost:" + config.port();
    }

    static Refused refused(int status, String error, String message) {
        var errors = List.of(Json.of("error", error, "message", message));
        return new Refused(status, Json.of("status_code", status, "errors", errors));
    }
}
