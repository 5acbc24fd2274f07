package uk.helpathand.local.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** In the service's place: keeps what is posted to it and answers as it is told, by default as a service does. */
final class Listener implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final List<Post> posts = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger mostOpen = new AtomicInteger();
    private volatile long slowMillis;

    Listener() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", this::take);
        server.start();
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** The next ones, before it goes back to 200. */
    void answer(Integer... statuses) {
        answers.addAll(List.of(statuses));
    }

    void slow(long millis) {
        slowMillis = millis;
    }

    /** How many were being answered at one moment. */
    int mostOpen() {
        return mostOpen.get();
    }

    List<Post> posts() {
        return List.copyOf(posts);
    }

    /** As soon as there are so many. */
    List<Post> posts(int number) {
        Eventually.holds(() -> assertThat(posts).hasSizeGreaterThanOrEqualTo(number));
        return posts();
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            mostOpen.accumulateAndGet(open.incrementAndGet(), Math::max);
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Thread.sleep(slowMillis);
            open.decrementAndGet();
            posts.add(new Post(exchange, body));
            var status = answers.isEmpty() ? Integer.valueOf(200) : answers.remove();
            exchange.getResponseHeaders().set("Content-Type", "text/xml");
            var answer = "<Response/>".getBytes(UTF_8);
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }

    /** One request. */
    record Post(String path, String contentType, String authorization, String signature, String body) {

        Post(HttpExchange exchange, String body) {
            this(
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders().getFirst("Content-Type"),
                    exchange.getRequestHeaders().getFirst("Authorization"),
                    exchange.getRequestHeaders().getFirst("X-Twilio-Signature"),
                    body);
        }

        String field(String name) {
            return body.startsWith("{")
                    ? Json.object(body).path(name).asText(null)
                    : Form.parse(body).get(name);
        }
    }
}
