package uk.helpathand.local.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The Messages resource of Twilio's API (STANDARDS.md §1.2). Dates are those of acceptance, to the second. */
final class TwilioApi {

    static final int MOST_CHARACTERS = 1600;

    private static final int PAGE = 50;
    private static final int BIGGEST_PAGE = 1000;
    private static final Pattern PATH = Pattern.compile("/2010-04-01/Accounts/(\\w+)/Messages(?:/(\\w+))?\\.json");

    private final SimulatorConfig config;
    private final Carrier carrier;
    private final FaultTable faults;
    private final Sends sends;

    TwilioApi(SimulatorConfig config, Carrier carrier, FaultTable faults) {
        this.config = config;
        this.carrier = carrier;
        this.faults = faults;
        this.sends = new Sends(faults, config.timing().hang());
    }

    void handle(HttpExchange exchange) throws IOException, Refused {
        var path = PATH.matcher(exchange.getRequestURI().getPath());
        if (!path.matches()) {
            throw notFound(exchange);
        }
        var account = account(path.group(1), Exchanges.header(exchange, "Authorization"));
        if (account.stream().anyMatch(number -> faults.of(number).apiDown())) {
            throw refused(503, 20503, "Service unavailable");
        }
        var sid = path.group(2);
        if (exchange.getRequestMethod().equals("POST") && sid == null) {
            send(exchange, account);
        } else if (exchange.getRequestMethod().equals("GET") && sid == null) {
            list(exchange, account);
        } else if (exchange.getRequestMethod().equals("GET")) {
            var text = carrier.texts().find(sid).filter(of(account)).orElseThrow(() -> notFound(exchange));
            Exchanges.json(exchange, 200, TwilioBodies.message(text));
        } else {
            throw refused(405, 20004, "Method not allowed");
        }
    }

    /** The numbers of the account, if the caller may speak for it. */
    private List<TwilioNumber> account(String sid, String authorization) throws Refused {
        var account = config.numbers().stream()
                .filter(TwilioNumber.class::isInstance)
                .map(TwilioNumber.class::cast)
                .filter(number -> number.accountSid().equals(sid))
                .toList();
        var allowed = account.stream()
                .flatMap(number -> number.authTokens().stream())
                .map(token -> "Basic " + Base64.getEncoder().encodeToString((sid + ":" + token).getBytes(UTF_8)))
                .anyMatch(expected -> authorization != null
                        && MessageDigest.isEqual(expected.getBytes(UTF_8), authorization.getBytes(UTF_8)));
        if (!allowed) {
            throw refused(401, 20003, "Authenticate");
        }
        return account;
    }

    private void send(HttpExchange exchange, List<TwilioNumber> account) throws IOException, Refused {
        var form = Form.parse(Exchanges.body(exchange));
        required(form, "To", 21604, "A 'To' phone number is required.");
        required(form, "From", 21603, "A 'From' phone number is required.");
        required(form, "Body", 21602, "Message body is required.");
        var number = account.stream()
                .filter(one -> one.number().equals(form.get("From")))
                .findFirst()
                .orElseThrow(() -> refused(
                        400,
                        21606,
                        "The 'From' phone number provided is not a valid message-capable Twilio phone number"));
        var phone = phone(number, form.get("To"));
        if (form.get("Body").length() > MOST_CHARACTERS) {
            throw refused(400, 21617, "The concatenated message body exceeds the 1600 character limit");
        }
        var statuses = form.getOrDefault("StatusCallback", "");
        sends.answer(
                exchange,
                number,
                () -> TwilioBodies.message(carrier.accept(
                        number, phone, form.get("Body"), null, statuses.isEmpty() ? null : URI.create(statuses))),
                refused(429, 20429, "Too Many Requests"),
                refused(500, 20500, "Internal Server Error"));
    }

    private static void required(Map<String, String> form, String field, int code, String message) throws Refused {
        if (form.getOrDefault(field, "").isEmpty()) {
            throw refused(400, code, message);
        }
    }

    private String phone(TwilioNumber number, String given) throws Refused {
        var phone = given.startsWith("+") ? Numbers.e164(given).orElse(null) : null;
        if (phone == null) {
            throw refused(400, 21211, "The 'To' number is not a valid phone number.");
        }
        if (Numbers.isUkLandline(phone)) {
            throw refused(400, 21614, "The 'To' number is not a valid mobile number.");
        }
        if (carrier.optedOut(number, phone)) {
            throw refused(400, 21610, "Attempt to send to unsubscribed recipient");
        }
        return phone;
    }

    private void list(HttpExchange exchange, List<TwilioNumber> account) throws IOException, Refused {
        var query = Exchanges.query(exchange);
        var size = (int) number(query, "PageSize", PAGE);
        var page = number(query, "Page", 0);
        if (size < 1 || size > BIGGEST_PAGE || page < 0) {
            throw refused(400, 20001, "Invalid page");
        }
        var found = carrier.texts().newestFirst(of(account).and(asked(query)));
        var after = query.get("PageToken");
        // By token, what comes in while somebody pages does not move the pages.
        var rest = after == null
                ? found.stream().skip(page * size)
                : found.stream()
                        .dropWhile(text -> !after.equals("PA" + text.id()))
                        .skip(1);
        var some = rest.limit(size + 1L).toList();
        var items = some.subList(0, Math.min(size, some.size()));
        var list = TwilioBodies.account(account.get(0)) + "/Messages.json";
        String next = null;
        if (some.size() > size) {
            next = link(list, query, size, page + 1, "PA" + items.get(size - 1).id());
        }
        var body = Json.of(
                "first_page_uri",
                link(list, query, size, 0, null),
                "end",
                page * size + items.size() - 1,
                "previous_page_uri",
                null,
                "messages",
                items.stream().map(TwilioBodies::message).toList(),
                "uri",
                link(list, query, size, page, after),
                "page_size",
                size,
                "start",
                page * size,
                "next_page_uri",
                next,
                "page",
                page);
        Exchanges.json(exchange, 200, body);
    }

    private static String link(String list, Map<String, String> query, int size, long page, String token) {
        var fields = new LinkedHashMap<>(query);
        fields.put("PageSize", Integer.toString(size));
        fields.put("Page", Long.toString(page));
        fields.remove("PageToken");
        if (token != null) {
            fields.put("PageToken", token);
        }
        return list + "?" + Form.encode(fields);
    }

    private static long number(Map<String, String> query, String name, int otherwise) throws Refused {
        try {
            return query.containsKey(name) ? Integer.parseInt(query.get(name)) : otherwise;
        } catch (NumberFormatException e) {
            throw refused(400, 20001, name + " is not a number");
        }
    }

    private static Predicate<Text> asked(Map<String, String> query) throws Refused {
        var to = query.get("To");
        var from = query.get("From");
        Predicate<Text> which = text -> (to == null
                        || to.equals(text.fromPhone() ? text.service().number() : text.phone()))
                && (from == null
                        || from.equals(
                                text.fromPhone() ? text.phone() : text.service().number()));
        for (var name : List.of("DateSent", "DateSent>", "DateSent<")) {
            if (query.containsKey(name)) {
                which = which.and(dated(name, query.get(name)));
            }
        }
        return which;
    }

    /** A day, or a second of one. */
    private static Predicate<Text> dated(String name, String value) throws Refused {
        Instant from;
        Instant until;
        try {
            var day = value.length() == 10;
            from = day ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(value);
            until = from.plusSeconds(day ? 24 * 60 * 60 : 1);
        } catch (DateTimeParseException e) {
            throw refused(400, 20001, name + " is not a date");
        }
        return switch (name) {
            case "DateSent>" -> text -> !text.at().isBefore(from);
            case "DateSent<" -> text -> text.at().isBefore(until);
            default -> text -> !text.at().isBefore(from) && text.at().isBefore(until);
        };
    }

    private static Predicate<Text> of(List<TwilioNumber> account) {
        return text -> account.contains(text.service());
    }

    private static Refused notFound(HttpExchange exchange) {
        return refused(
                404, 20404, "The requested resource " + exchange.getRequestURI().getPath() + " was not found");
    }

    private static Refused refused(int status, int code, String message) {
        var more = "https://www.twilio.com/docs/errors/" + code;
        return new Refused(status, Json.of("code", code, "message", message, "more_info", more, "status", status));
    }
}
