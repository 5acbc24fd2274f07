package uk.helpathand.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** (d): from the answer that a child gets, which is sent after the commit, to the line on an adviser's screen. */
final class Delay {

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long LOOK_EVERY_MILLIS = 5;

    private final Whole whole;
    private final Receiving children;

    Delay(Whole whole, Receiving children) {
        this.whole = whole;
        this.children = children;
    }

    Latencies measure(int trials) {
        var latencies = new Latencies();
        try (var child = new Wire(whole.stack.contactUrl());
                var adviser = new Wire(whole.stack.caseUrl())) {
            Map<String, String> headers = Requests.bearer(whole.adviser());
            for (int i = 0; i < trials; i++) {
                if (i % 50 == 0) {
                    headers = Requests.bearer(whole.adviser());
                }
                latencies.add(once(child, adviser, headers));
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return latencies;
    }

    private long once(Wire child, Wire adviser, Map<String, String> headers) throws IOException, InterruptedException {
        String words = "bench " + UUID.randomUUID();
        byte[] look = Requests.get("/v1/enquiries?urgency=immediate&after=" + place(Instant.now()), headers);
        if (child.send(children.next(words, "no")).status() != 303) {
            throw new IllegalStateException("the message was not taken");
        }
        long committed = System.nanoTime();
        // One that takes longer is counted as this long.
        while (System.nanoTime() - committed < PATIENCE_NANOS
                && !adviser.send(look).body().contains(words)) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return System.nanoTime() - committed;
    }

    /** The queue's cursor for urgent ones from now on. Opaque to callers; a bench that follows one message may look in. */
    private static String place(Instant from) {
        String place = "0|" + from.minusSeconds(1).truncatedTo(ChronoUnit.MILLIS) + "|" + new UUID(0, 0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
