package uk.helpathand.local.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A phone to text the service with, at {@code /}. Works without JavaScript: the texts are a frame that fetches itself
 * again, so that what is being typed beside it stays. They stand in one list, each with the service number it is with: whoever
 * has texted both numbers must not think that an answer never came.
 */
final class PhonePage {

    private static final String FIRST_NUMBER = "07700 900123";
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("d MMM, HH:mm").withZone(ZoneId.of("Europe/London"));

    private static final String STYLE = """
            * { box-sizing: border-box; }
            body { margin: 0; font: 16px/1.4 sans-serif; color: #0b0c0c; background: #fff; }
            h1 { font-size: 1.125rem; margin: 0; }
            """;

    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>Simulated phone</title>
            <style>
            %s
            main { width: 100%%; max-width: 24rem; height: 100vh; height: 100dvh; margin: 0 auto; display: flex;
              flex-direction: column; gap: 0.5rem; padding: 0.75rem; }
            header p { margin: 0.25rem 0 0; font-size: 0.875rem; }
            iframe { flex: 1; width: 100%%; min-height: 8rem; border: 1px solid #767676; }
            form { display: flex; flex-wrap: wrap; gap: 0.5rem; align-items: end; }
            label { font-size: 0.875rem; }
            form div { flex: 1 1 100%%; }
            form .own { flex: 1 1 11rem; }
            input, select, textarea, button { display: block; width: 100%%; font: inherit; padding: 0.5rem;
              border: 2px solid #0b0c0c; border-radius: 4px; background: #fff; color: inherit; }
            form button { background: #0b0c0c; color: #fff; }
            form button.plain { flex: 0 1 auto; width: auto; background: #fff; color: #0b0c0c; }
            :focus-visible { outline: 3px solid #b45309; outline-offset: 2px; }
            @media (min-width: 40rem) {
              body { background: #e6e6e6; }
              main { height: min(48rem, 94vh); margin: 3vh auto; background: #fff; border: 10px solid #0b0c0c;
                border-radius: 2rem; padding: 1.25rem; }
            }
            </style>
            </head>
            <body>
            <main>
            <header><h1>Simulated phone</h1>
            <p>A simulator: no text leaves this machine. Do not write real things here.</p></header>
            <iframe title="Texts of this phone, newest at the end" src="/thread?%s"></iframe>
            <form method="post" action="/">
            <div class="own"><label for="from">Number of this phone</label>
            <input id="from" name="from" value="%s" inputmode="tel" autocomplete="off" required></div>
            <button class="plain" formmethod="get">Show it</button>
            <div><label for="to">Text to</label><select id="to" name="to">%s</select></div>
            <div><label for="body">Your text</label>
            <textarea id="body" name="body" rows="2" dir="auto" autocomplete="off"></textarea></div>
            <button>Send</button>
            </form>
            </main>
            </body>
            </html>
            """;

    private static final String THREAD = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="2">
            <title>Texts</title>
            <style>
            %s
            /* Turned round, so that a frame without a script begins at its end. */
            body { height: 100vh; display: flex; flex-direction: column-reverse; overflow-y: auto; }
            ol { list-style: none; margin: 0; padding: 0.5rem; }
            li { width: fit-content; max-width: 85%%; margin: 0.5rem auto 0.5rem 0; padding: 0.5rem 0.75rem;
              border-radius: 1rem; background: #e6e6e6; }
            li.own { margin: 0.5rem 0 0.5rem auto; background: #d2e7ff; }
            li p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; unicode-bidi: plaintext; text-align: start; }
            li small { display: block; font-size: 0.8125rem; }
            li small b { white-space: nowrap; }
            </style>
            </head>
            <body>
            %s
            </body>
            </html>
            """;

    private static final String BUBBLE = """
            <li%s><small>%s <b>%s</b></small><p dir="auto">%s</p><small>%s%s</small></li>
            """;

    private final SmsSimulator simulator;

    PhonePage(SmsSimulator simulator) {
        this.simulator = simulator;
    }

    void handle(HttpExchange exchange) throws IOException {
        switch (exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath()) {
            case "GET /" -> page(exchange);
            case "GET /thread" -> thread(exchange);
            case "POST /" -> send(exchange);
            default -> Exchanges.nothing(exchange, 404);
        }
    }

    private void page(HttpExchange exchange) throws IOException {
        var query = Exchanges.query(exchange);
        var from = query.getOrDefault("from", FIRST_NUMBER);
        var to = query.getOrDefault("to", simulator.numbers().get(0));
        var options = simulator.numbers().stream()
                .map(number -> "<option value=\"%s\"%s>%s</option>"
                        .formatted(
                                escape(number), number.equals(to) ? " selected" : "", label(simulator.service(number))))
                .collect(Collectors.joining());
        html(exchange, PAGE.formatted(STYLE, escape(Form.encode(Map.of("from", from))), escape(from), options));
    }

    private void thread(HttpExchange exchange) throws IOException {
        var from = Exchanges.query(exchange).getOrDefault("from", FIRST_NUMBER);
        var texts = simulator.phone(from).texts();
        var bubbles = texts.stream().map(PhonePage::bubble).collect(Collectors.joining());
        html(
                exchange,
                THREAD.formatted(
                        STYLE, texts.isEmpty() ? "<ol><li>No texts yet.</li></ol>" : "<ol>" + bubbles + "</ol>"));
    }

    private void send(HttpExchange exchange) throws IOException {
        var form = Form.parse(Exchanges.body(exchange));
        var from = form.getOrDefault("from", FIRST_NUMBER);
        var to = form.getOrDefault("to", simulator.numbers().get(0));
        // A browser ends lines of a form with CR LF; a phone does not.
        simulator.phone(from).text(to, form.getOrDefault("body", "").replace("\r\n", "\n"));
        exchange.getResponseHeaders().set("Location", "/?" + Form.encode(fields(from, to)));
        Exchanges.nothing(exchange, 303);
    }

    private static Map<String, String> fields(String from, String to) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("from", from);
        fields.put("to", to);
        return fields;
    }

    private static String label(ServiceNumber service) {
        var provider = service instanceof NotifyNumber ? "Notify" : "Twilio";
        return escape(Numbers.readable(service.number()) + " (" + provider + ")");
    }

    private static String bubble(Text text) {
        return BUBBLE.formatted(
                text.fromPhone() ? " class=\"own\"" : "",
                who(text),
                label(text.service()),
                text.body().isEmpty() ? "<i>(empty)</i>" : escape(text.body()),
                CLOCK.format(text.updatedAt()),
                text.media() == 0 ? "" : ", pictures: " + text.media());
    }

    private static String who(Text text) {
        return switch (text.direction()) {
            case FROM_PHONE -> "You to";
            case TO_PHONE -> "The service from";
            case AUTOMATIC -> "The provider by itself from";
        };
    }

    private static void html(HttpExchange exchange, String page) throws IOException {
        exchange.getResponseHeaders()
                .set(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; form-action 'self';"
                                + " base-uri 'none'; frame-ancestors 'self'");
        Exchanges.send(exchange, 200, "text/html; charset=utf-8", page.getBytes(UTF_8));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
