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
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * (g): from the press on "Leave this page" until no word of the page is on the screen, and until another page is painted there, in a real
 * browser and by its own clock.
 */
final class Leaving implements AutoCloseable {

    /** Tells when the press was and, once the frame after it has been painted, when that was: by the clock of the browser, in milliseconds. */
    private static final String TELL = """
            () => addEventListener('click', (press) => {
                const at = (when) => performance.timeOrigin + when;
                console.log('%s' + at(press.timeStamp));
                requestAnimationFrame(() => setTimeout(() => {
                    const seen = document.querySelector('.govuk-exit-this-page-overlay');
                    if (seen) console.log('%s' + at(performance.now()));
                }));
            }, true)""";

    private static final String PRESSED = "pressed at ";
    private static final String EMPTY = "empty at ";

    private static final String IS_PAINTED = "() => performance.getEntriesByName('first-contentful-paint').length > 0";

    /** By the same clock. */
    private static final String PAINTED_AT =
            "() => performance.timeOrigin + performance.getEntriesByName('first-contentful-paint')[0].startTime";

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

    /** How long each press took. */
    record Measured(Latencies empty, Latencies elsewhere) {

        Measured() {
            this(new Latencies(), new Latencies());
        }
    }

    /** @param first press in a browser that was never used: its own first page of another address, more than the button's time */
    record Both(Measured first, Measured others) {}

    Both measure(URI contact, int trials) {
        var both = new Both(new Measured(), new Measured());
        answerOnce();
        var create = new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"));
        try (var playwright = Playwright.create(create);
                var browser = playwright
                        .chromium()
                        .launch(new LaunchOptions()
                                .setExecutablePath(browser().orElseThrow())
                                .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic")))) {
            for (int i = 0; i <= trials; i++) {
                try (var context = browser.newContext()) {
                    once(context.newPage(), contact, i == 0 ? both.first : both.others);
                }
            }
        }
        return both;
    }

    /** The first answer of a server in this program takes long, which is not the time of the button. */
    private void answerOnce() {
        try {
            address().toURL().openStream().close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void once(Page page, URI contact, Measured measured) {
        page.navigate(contact + "/ask");
        page.locator("[name=happening]").fill("They want to move me on Friday");
        // Found before the press, as a child's finger has: the driver's own looks at the button are not the button's
        // time.
        var button = page.locator("[role=button][data-exit]").boundingBox();
        page.evaluate(TELL.formatted(PRESSED, EMPTY));
        Map<String, Double> told = new ConcurrentHashMap<>();
        page.onConsoleMessage(message -> Stream.of(PRESSED, EMPTY)
                .filter(message.text()::startsWith)
                .forEach(
                        what -> told.put(what, Double.parseDouble(message.text().substring(what.length())))));
        page.mouse().click(button.x + button.width / 2, button.y + button.height / 2);
        page.waitForURL(address().toString());
        page.waitForFunction(IS_PAINTED);
        double painted = ((Number) page.evaluate(PAINTED_AT)).doubleValue();
        double pressed = told.get(PRESSED);
        measured.elsewhere.add(nanos(painted - pressed));
        // Where the other page came first, the screen was never empty, and is not the child's either.
        measured.empty.add(nanos(Math.min(told.getOrDefault(EMPTY, painted), painted) - pressed));
    }

    private static long nanos(double milliseconds) {
        return (long) (milliseconds * 1e6);
    }

    @Override
    public void close() {
        elsewhere.stop(0);
    }
}
