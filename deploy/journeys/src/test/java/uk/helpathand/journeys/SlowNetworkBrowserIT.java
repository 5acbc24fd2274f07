package uk.helpathand.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.helpathand.journeys.fixture.BrowserChild;
import uk.helpathand.journeys.fixture.Chromium;
import uk.helpathand.journeys.fixture.RealBrowser;
import uk.helpathand.journeys.fixture.RunningWhole;
import uk.helpathand.journeys.fixture.Whole;
import uk.helpathand.people.Marker;

/**
 * A first visit on a bad connection, 400 kbit/s with 400 ms. What has to come over it is asserted. How long that takes is
 * only told, because it depends on the machine.
 */
@ExtendWith({RealBrowser.class, RunningWhole.class})
class SlowNetworkBrowserIT {

    private static final int BYTES_A_SECOND = 400_000 / 8;
    private static final int LATENCY_MILLIS = 400;

    private static final String FROM_THE_NETWORK = """
            () => performance.getEntriesByType('resource').filter(one => one.transferSize > 0).map(one => one.name)
            """;

    private final Whole whole;
    private final Chromium chromium;

    SlowNetworkBrowserIT(Whole whole, Chromium chromium) {
        this.whole = whole;
        this.chromium = chromium;
    }

    @Test
    void littleHasToComeAndOneRequestTakesTheWords() {
        var page = chromium.phone(true);
        var child = new BrowserChild(page, whole.contact());
        var loaded = new AtomicInteger();
        slow(page)
                .on(
                        "Network.loadingFinished",
                        event -> loaded.addAndGet(event.get("encodedDataLength").getAsInt()));
        List<String> asked = new CopyOnWriteArrayList<>();
        page.onRequest(request ->
                asked.add(request.method() + " " + URI.create(request.url()).getPath()));

        var begin = System.nanoTime();
        child.go("/ask").fill("happening", Marker.next() + " and so on".repeat(40));
        var usable = millisSince(begin);
        assertThat(asked).as("page, style, script, icon").hasSizeLessThanOrEqualTo(4);
        assertThat(loaded).hasValueLessThan(40_000);

        asked.clear();
        var send = System.nanoTime();
        child.send();
        child.codeElement().waitFor();
        var code = millisSince(send);
        assertThat(asked).startsWith("POST /ask", "GET /sent").doesNotContain("GET /ask");
        assertThat((List<?>) page.evaluate(FROM_THE_NETWORK))
                .as("style and script are there already")
                .allSatisfy(address -> assertThat(address.toString()).contains("/sent/seen?of="));
        System.out.printf(
                "400 kbit/s, 400 ms: /ask usable after %d ms, %d bytes; from Send to the code %d ms%n",
                usable, loaded.get(), code);
    }

    private static CDPSession slow(Page page) {
        var network = page.context().newCDPSession(page);
        network.send("Network.enable");
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", LATENCY_MILLIS);
        conditions.addProperty("downloadThroughput", BYTES_A_SECOND);
        conditions.addProperty("uploadThroughput", BYTES_A_SECOND);
        network.send("Network.emulateNetworkConditions", conditions);
        return network;
    }

    private static long millisSince(long begin) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }
}
