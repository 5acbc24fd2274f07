package uk.helpathand.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;

/** (d): from the answer that a child gets, which is sent after the commit, to the line on an adviser's screen. */
final class Delay {

    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final long LOOK_EVERY_MILLIS = 5;

    /** It lives for 120 s. */
    private static final int FOR_ONE_TOKEN = 10;

    /** Who may be in danger is handed over before all others. */
    enum Child {
        IN_DANGER("no", "immediate", 0),
        SAFE("yes", "standard", 2);

        private final String safe;
        private final String urgency;
        private final int rank;

        Child(String safe, String urgency, int rank) {
            this.safe = safe;
            this.urgency = urgency;
            this.rank = rank;
        }

        String words() {
            return this == SAFE ? "who is safe" : "in danger";
        }
    }

    private final Whole whole;
    private final Receiving children;

    Delay(Whole whole, Receiving children) {
        this.whole = whole;
        this.children = children;
    }

    /** So many of each. */
    Map<Child, Latencies> measure(int trials) {
        var latencies = new EnumMap<Child, Latencies>(Child.class);
        for (var who : Child.values()) {
            latencies.put(who, measure(who, trials));
        }
        return latencies;
    }

    Latencies measure(Child who, int trials) {
        var latencies = new Latencies();
        try (var child = new Wire(whole.stack.contactUrl());
                var adviser = new Wire(whole.stack.caseUrl())) {
            Map<String, String> headers = Requests.bearer(whole.adviser());
            for (int i = 0; i < trials; i++) {
                if (i % FOR_ONE_TOKEN == 0) {
                    headers = Requests.bearer(whole.adviser());
                }
                latencies.add(once(who, child, adviser, headers));
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return latencies;
    }

    private long once(Child who, Wire child, Wire adviser, Map<String, String> headers)
            throws IOException, InterruptedException {
        String words = "bench " + UUID.randomUUID();
        byte[] look = Requests.get(
                "/v1/enquiries?urgency=%s&limit=200&after=%s".formatted(who.urgency, place(who, Instant.now())),
                headers);
        if (child.send(children.next(words, who.safe)).status() != 303) {
            throw new IllegalStateException("the message was not taken");
        }
        long committed = System.nanoTime();
        // One that takes longer is counted as this long.
        while (System.nanoTime() - committed < PATIENCE_NANOS && !shows(adviser.send(look), words)) {
            Thread.sleep(LOOK_EVERY_MILLIS);
        }
        return System.nanoTime() - committed;
    }

    private static boolean shows(Wire.Answer list, String words) {
        if (list.status() != 200) {
            throw new IllegalStateException("the list answered " + list.status());
        }
        return list.body().contains(words);
    }

    /** The queue's cursor for those from now on. Opaque to callers; a bench that follows one message may look in. */
    private static String place(Child who, Instant from) {
        String place = who.rank + "|" + from.minusSeconds(1).truncatedTo(ChronoUnit.MILLIS) + "|" + new UUID(0, 0);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }
}
