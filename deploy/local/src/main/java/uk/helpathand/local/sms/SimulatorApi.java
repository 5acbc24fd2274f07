package uk.helpathand.local.sms;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;

/** What {@link SmsSimulator} offers, for other processes. Described in docs/running-locally.md. */
final class SimulatorApi {

    private static final String PHONES = "/simulator/phones/";

    private final SmsSimulator simulator;

    SimulatorApi(SmsSimulator simulator) {
        this.simulator = simulator;
    }

    void handle(HttpExchange exchange) throws IOException, Refused {
        var path = exchange.getRequestURI().getPath();
        var call = exchange.getRequestMethod() + " " + path;
        if (path.startsWith(PHONES)) {
            phone(exchange, path.substring(PHONES.length()));
            return;
        }
        switch (call) {
            case "POST /simulator/texts" -> text(exchange);
            case "GET /simulator/numbers" -> numbers(exchange);
            case "GET /simulator/callbacks" ->
                items(
                        exchange,
                        simulator.callbacks().stream().map(SimulatorApi::view).toList());
            case "POST /simulator/faults" -> faults(exchange, Json.read(Exchanges.body(exchange), Faults.class));
            case "DELETE /simulator/faults" -> faults(exchange, Faults.NONE);
            case "GET /simulator/faults" ->
                items(
                        exchange,
                        simulator.numbers().stream()
                                .map(number -> Json.of("number", number, "faults", simulator.faults(number)))
                                .toList());
            default -> Exchanges.nothing(exchange, 404);
        }
    }

    private void text(HttpExchange exchange) throws IOException {
        var asked = Json.read(Exchanges.body(exchange), NewText.class);
        if (asked.from() == null || asked.to() == null) {
            throw new IllegalArgumentException("from and to are needed");
        }
        var words = asked.body() == null ? "" : asked.body();
        var text = simulator.phone(asked.from()).picture(asked.to(), words, asked.media());
        Exchanges.json(exchange, 201, Json.of("id", text.id()));
    }

    private void numbers(HttpExchange exchange) throws IOException {
        items(
                exchange,
                simulator.numbers().stream()
                        .map(number -> Json.of("number", number))
                        .toList());
    }

    private void phone(HttpExchange exchange, String rest) throws IOException {
        var parts = rest.split("/", 2);
        var phone = simulator.phone(parts[0]);
        var call = exchange.getRequestMethod() + " " + (parts.length > 1 ? parts[1] : "");
        switch (call) {
            case "GET inbox" ->
                items(
                        exchange,
                        phone.inbox().stream()
                                .map(text -> Json.of(
                                        "from",
                                        text.from(),
                                        "body",
                                        text.body(),
                                        "at",
                                        text.at().toString()))
                                .toList());
            case "POST reach" -> {
                phone.reach(Json.read(Exchanges.body(exchange), Reach.class));
                Exchanges.nothing(exchange, 204);
            }
            default -> Exchanges.nothing(exchange, 404);
        }
    }

    /** Of one number, or of all. */
    private void faults(HttpExchange exchange, Faults faults) throws IOException {
        var number = Exchanges.query(exchange).get("number");
        for (var one : number == null ? simulator.numbers() : List.of(number)) {
            simulator.faults(one, faults);
        }
        Exchanges.nothing(exchange, 204);
    }

    private static Object view(CallbackAttempt attempt) {
        return Json.of(
                "at", attempt.at().toString(),
                "number", attempt.number(),
                "textId", attempt.textId(),
                "kind", attempt.kind(),
                "attempt", attempt.attempt(),
                "status", attempt.status(),
                "outcome", attempt.outcome());
    }

    private static void items(HttpExchange exchange, List<?> items) throws IOException {
        Exchanges.json(exchange, 200, Json.of("items", items));
    }

    /** Body of {@code POST /simulator/texts}. */
    record NewText(String from, String to, String body, int media) {}
}
