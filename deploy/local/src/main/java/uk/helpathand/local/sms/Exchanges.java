package uk.helpathand.local.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Map;

/** What every part of the simulator does with a request. */
final class Exchanges {

    private static final int MOST_BYTES = 1 << 20;

    private Exchanges() {}

    /** A request and its answer; the connection is closed when nothing was answered. */
    static HttpHandler closing(Handler handler) {
        return exchange -> {
            try (exchange) {
                answer(handler, exchange);
            }
        };
    }

    private static void answer(Handler handler, HttpExchange exchange) throws IOException {
        try {
            handler.handle(exchange);
        } catch (Refused e) {
            json(exchange, e.status(), e.body());
        } catch (IllegalArgumentException e) {
            json(exchange, 400, Json.of("detail", e.getMessage()));
        }
    }

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readNBytes(MOST_BYTES), UTF_8);
    }

    static Map<String, String> query(HttpExchange exchange) {
        return Form.parse(exchange.getRequestURI().getRawQuery());
    }

    static String header(HttpExchange exchange, String name) {
        return exchange.getRequestHeaders().getFirst(name);
    }

    static void json(HttpExchange exchange, int status, Object body) throws IOException {
        send(exchange, status, "application/json", Json.write(body));
    }

    static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }

    static void nothing(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
    }

    /** Answers one request. */
    interface Handler {
        void handle(HttpExchange exchange) throws IOException, Refused;
    }
}
