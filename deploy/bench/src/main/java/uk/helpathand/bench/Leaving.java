package uk.helpathand.bench;

import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** (g): from the press on "Leave this page" to another page on the screen, in a real browser. */
final class Leaving implements AutoCloseable {

    private static final String ELSEWHERE = "<!doctype html><title>Weather</title><h1>Sunny</h1>";

    private final HttpServer elsewhere;

    Leaving() {
        try {
            elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        elsewhere.createContext("/", exchange -> {
            byte[] page = ELSEWHERE.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        elsewhere.start();
    }

    /** Where the page leads: a site on this machine, so that the network's time is not measured. */
    URI address() {
        return URI.create("http://localhost:" + elsewhere.getAddress().getPort() + "/weather");
    }

    static Optional<Path> browser() {
        return Stream.of(
                        Optional.ofNullable(System.getenv("HELPATHAND_CHROMIUM"))
                                .orElse("/usr/bin/chromium"),
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome")
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    Latencies measure(URI contact, int trials) {
        var latencies = new Latencies();
        answerOnce();
        var create = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(create);
                var browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(browser().orElseThrow())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
            for (int i = 0; i < trials; i++) {
                try (var context = browser.newContext()) {
                    latencies.add(once(context.newPage(), contact));
                }
            }
        }
        return latencies;
    }

    /** The first answer of a server in this program takes long, which is not the time of the button. */
    private void answerOnce() {
        try {
            address().toURL().openStream().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private long once(Page page, URI contact) {
        page.navigate(contact + "/ask");
        page.locator("[name=happening]").fill("They want to move me on Friday");
        long pressed = System.nanoTime();
        page.locator("[role=button][data-exit]").click();
        page.waitForURL(address().toString());
        return System.nanoTime() - pressed;
    }

    @Override
    public void close() {
        elsewhere.stop(0);
    }
}
