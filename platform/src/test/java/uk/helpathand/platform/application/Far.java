package uk.helpathand.platform.application;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A service far away, over real HTTP, that answers as it is told. */
public final class Far {

    /** How long a caller waits for it. */
    private static final int PATIENCE_MILLIS = 800;

    private static final HttpServer SERVER = start();
    private static volatile int status = 204;
    private static volatile int pauseMillis;

    private Far() {}

    /** How it is called: as services call each other. */
    @Path("/far")
    public interface Api {
        @PUT
        @Consumes(MediaType.APPLICATION_JSON)
        void put(String text);

        @GET
        @Produces(MediaType.APPLICATION_JSON)
        ThingView get(@QueryParam("text") String text);
    }

    public static void answers(int newStatus) {
        status = newStatus;
        pauseMillis = 0;
    }

    public static void answersTooLate() {
        status = 204;
        pauseMillis = PATIENCE_MILLIS * 2;
    }

    public static Api client() {
        return client("http", SERVER.getAddress().getPort());
    }

    /** Where nobody listens. */
    public static Api nobody() {
        return client("http", 1);
    }

    /** Where nobody speaks TLS. */
    public static Api overTls() {
        return client("https", SERVER.getAddress().getPort());
    }

    private static Api client(String scheme, int port) {
        return QuarkusRestClientBuilder.newBuilder()
                .baseUri(URI.create(scheme + "://127.0.0.1:" + port))
                .connectTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .readTimeout(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                .build(Api.class);
    }

    private static HttpServer start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/far", Far::answer);
            server.setExecutor(Executors.newCachedThreadPool(task -> {
                var thread = new Thread(task, "far");
                thread.setDaemon(true);
                return thread;
            }));
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Repeats what it was sent, as bad servers do. */
    private static void answer(HttpExchange exchange) throws IOException {
        String text = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
                + exchange.getRequestURI().getQuery();
        try {
            Thread.sleep(pauseMillis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        if (status >= 300 && status < 400) {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
        }
        exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
        try (var out = exchange.getResponseBody()) {
            if (status != 204) {
                out.write(body);
            }
        }
        exchange.close();
    }
}
