package uk.helpathand.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The bench's own HTTP, against somebody else's. */
class WireTest {

    private HttpServer server;
    private URI address;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] sent = exchange.getRequestBody().readAllBytes();
            byte[] body =
                    ("é".repeat(10_000) + new String(sent, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
            boolean chunked = exchange.getRequestURI().getPath().contains("chunked");
            boolean empty = exchange.getRequestURI().getPath().contains("empty");
            exchange.sendResponseHeaders(empty ? 204 : 200, empty ? -1 : chunked ? 0 : body.length);
            if (!empty) {
                exchange.getResponseBody().write(body);
            }
            exchange.close();
        });
        server.start();
        address = URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void answers_of_every_form_are_read_to_their_end_on_one_connection() throws IOException {
        try (var wire = new Wire(address)) {
            for (int i = 0; i < 3; i++) {
                assertThat(wire.send(Requests.get("/length", Map.of())).body()).hasSize(10_000);
                assertThat(wire.send(Requests.get("/chunked", Map.of())).body()).hasSize(10_000);
                assertThat(wire.send(Requests.get("/empty", Map.of())).status()).isEqualTo(204);
                assertThat(wire.send(Requests.post("/length", Map.of(), "words=ü"))
                                .body())
                        .endsWith("words=ü");
            }
        }
    }
}
