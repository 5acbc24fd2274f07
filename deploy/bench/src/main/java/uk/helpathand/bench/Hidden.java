package uk.helpathand.bench;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** (i): whether a case that somebody may not know of answers as fast as one that does not exist, by turns on one connection. */
final class Hidden {

    private static final UUID CHILD = new UUID(0x00000d00_0000_7000L, 0x8000_0000_0000_0001L);
    private static final UUID CASE = new UUID(0x00000d01_0000_7000L, 0x8000_0000_0000_0001L);

    /** Everything is warm by then. */
    private static final int WARM_UP = 500;

    private final Whole whole;
    private final int calls;

    Hidden(Whole whole, int calls) {
        this.whole = whole;
        this.calls = calls;
    }

    void measure(Report report) {
        whole.execute("casework", """
                INSERT INTO child (id, reference, created_at, version) VALUES ('%s', 'CH-BENCH', now(), 0)
                    ON CONFLICT DO NOTHING;
                INSERT INTO case_file (id, reference, child_id, status, owner_id, owner, opened_at, changed_at, version,
                    restricted) VALUES ('%s', 'C-BENCH', '%s', 'open', 'somebody', 'Somebody', now(), now(), 0, true)
                    ON CONFLICT DO NOTHING
                """.formatted(CHILD, CASE, CHILD));
        Map<String, String> adviser = Requests.bearer(whole.adviser());
        byte[] hidden = Requests.get("/v1/cases/" + CASE, adviser);
        var ofHidden = new Latencies();
        var ofNothing = new Latencies();
        try (var wire = new Wire(whole.stack.caseUrl())) {
            for (int i = -WARM_UP; i < calls; i++) {
                byte[] nothing = Requests.get("/v1/cases/" + UUID.randomUUID(), adviser);
                // Now the one first, now the other: what the first leaves warm helps each of them as often.
                boolean hiddenFirst = i % 2 == 0;
                long first = time(wire, hiddenFirst ? hidden : nothing);
                long second = time(wire, hiddenFirst ? nothing : hidden);
                if (i >= 0) {
                    ofHidden.add(hiddenFirst ? first : second);
                    ofNothing.add(hiddenFirst ? second : first);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        double apart = Math.abs(ofHidden.percentile(0.5) - ofNothing.percentile(0.5));
        report.single(
                'i',
                "a hidden case beside none, %,d calls of each by turns".formatted(calls),
                String.format(
                        Locale.ROOT,
                        "median %.3f and %.3f ms: %.3f ms apart",
                        ofHidden.percentile(0.5),
                        ofNothing.percentile(0.5),
                        apart),
                "1 ms",
                apart <= 1);
    }

    private static long time(Wire wire, byte[] request) throws IOException {
        long begun = System.nanoTime();
        Wire.Answer answer = wire.send(request);
        long took = System.nanoTime() - begun;
        if (answer.status() != 404) {
            throw new IllegalStateException("answered " + answer.status());
        }
        return took;
    }
}
