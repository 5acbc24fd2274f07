package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.helpathand.contact.conversation.Slowing;
import uk.helpathand.contact.conversation.SlowingConfig;
import uk.helpathand.contact.fixture.FakeCaseService;
import uk.helpathand.platform.fixture.TestDatabase;

/** Guessing return codes from one network is slow, and it slows nobody else down. */
@QuarkusTest
class GuessingTest {

    private static final String GUESSER = "127.77.0.1";

    /** More than there are worker threads, so that a wait that holds one would stop every page. */
    private static final int GUESSES = 250;

    @Inject
    Slowing slowing;

    @Inject
    SlowingConfig config;

    @BeforeEach
    void empty() {
        FakeCaseService.reset();
        TestDatabase.empty();
        for (int i = 0; i < config.budget() + 40; i++) {
            slowing.failed(GUESSER);
        }
    }

    @Test
    void waiting_holds_no_thread_and_stops_no_message() throws IOException {
        var waiting = new ArrayList<Socket>();
        long start = System.nanoTime();
        for (int i = 0; i < GUESSES; i++) {
            waiting.add(guess("not a code"));
        }
        var child = Visitor.plain();
        assertThat(child.ask("happening", "hello").status()).isEqualTo(303);
        String code = child.get("/sent").code();
        assertThat(Visitor.plain().post("/messages", Map.of(), "code", code).status())
                .isEqualTo(303);
        assertThat(since(start)).isLessThan(Duration.ofSeconds(5));
        for (Socket socket : waiting) {
            assertThat(statusLine(socket)).contains("400");
        }
        assertThat(since(start)).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void the_right_code_is_slow_there_too_and_opens() throws IOException {
        String code = Visitor.plain().send("hello");
        long start = System.nanoTime();
        assertThat(statusLine(guess(code.replace(' ', '+')))).contains("303");
        assertThat(since(start)).isBetween(Duration.ofSeconds(5), Duration.ofSeconds(8));
    }

    /** From an address of its own: slowing goes by network. */
    private static Socket guess(String code) throws IOException {
        var socket = new Socket();
        socket.bind(new InetSocketAddress(GUESSER, 0));
        socket.connect(new InetSocketAddress("127.0.0.1", RestAssured.port));
        String body = "code=" + code.replace(' ', '+');
        socket.getOutputStream()
                .write(("POST /messages HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
                                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String statusLine(Socket socket) throws IOException {
        try (socket) {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
