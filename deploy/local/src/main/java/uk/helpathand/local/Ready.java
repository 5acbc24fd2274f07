package uk.helpathand.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Waits until an address answers 200. */
final class Ready {

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private Ready() {}

    /** @throws Trouble when the process ends, or when patience does */
    static void await(URI address, ChildProcess process, Duration patience) {
        var end = System.nanoTime() + patience.toNanos();
        while (!answers(address)) {
            if (!process.alive()) {
                throw process.died();
            }
            if (System.nanoTime() > end) {
                throw process.silent(patience);
            }
            pause();
        }
    }

    static boolean answers(URI address) {
        try {
            var request = HttpRequest.newBuilder(address)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return CLIENT.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.failed("Stopping.");
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Trouble.failed("Stopping.");
        }
    }
}
