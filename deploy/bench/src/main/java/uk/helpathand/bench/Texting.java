package uk.helpathand.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import uk.helpathand.bench.Load.Result;
import uk.helpathand.local.Part;
import uk.helpathand.local.ServiceProcess;

/**
 * (h): texts that each begin an enquiry, as GOV.UK Notify brings them, at a copy of contact-service that hands nothing over
 * and sends nothing. They come from the 1,000 numbers that belong to nobody, in turn, each of which counts as long silent.
 */
final class Texting {

    private static final Map<String, String> EACH_BEGINS = Map.of(
            "HELPATHAND_OUTBOX_RELAY", "false",
            "HELPATHAND_TEXTS_DORMANT_AFTER", "0S",
            "HELPATHAND_TEXTS_FIRST_ANSWER_PAUSE", "0S");

    private static final String TOKEN = "sms-notify-token-1";
    private static final int NUMBERS = 1_000;
    private static final String WORDS = "They want to move me on Friday and nobody has asked me what I want. My social "
            + "worker does not answer. Please can somebody talk to them ";

    /** At once, in the burst. */
    private static final int CONNECTIONS = 50;

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Whole whole;
    private final Processors processors;
    private final Pgbench pgbench;
    private final Options options;
    private final AtomicInteger texts = new AtomicInteger();

    Texting(Whole whole, Processors processors, Pgbench pgbench, Options options) {
        this.whole = whole;
        this.processors = processors;
        this.pgbench = pgbench;
        this.options = options;
    }

    void measure(Report report, int... numbersOfCallers) {
        processors.remember();
        whole.stack.stop(Part.CONTACT_SERVICE);
        var environment = new HashMap<>(whole.topSpeed("contact-texting"));
        environment.putAll(EACH_BEGINS);
        ServiceProcess copy = whole.stack.replica(Part.CONTACT_SERVICE, "contact-texting", environment);
        copy.start();
        var load = new Load(copy.url(), processors);
        String token = whole.password(TOKEN);
        Supplier<byte[]> children = () -> next(texts.getAndIncrement(), token);
        for (int callers : numbersOfCallers) {
            load.run(callers, options.warmUp(), 204, children);
            Result result = load.run(callers, options.measured(), 204, children);
            double limit = pgbench.perSecond(
                    "text.sql", "contact", callers, options.measured().toSeconds(), Values.TEXTING);
            report.load('h', "POST /webhooks/sms/notify", result, limit, callers == 32 ? 0.20 : Double.NaN);
        }
        burst(report, load, children);
        processors.remember();
        copy.stop();
        // What was owed in this part is told to nobody, and nobody is texted.
        whole.execute("contact", "DELETE FROM outbox");
        whole.stack.start(Part.CONTACT_SERVICE);
    }

    private void burst(Report report, Load load, Supplier<byte[]> children) {
        int many = options.burst();
        var left = new AtomicInteger(many);
        long before = kept();
        Result burst = load.run(CONNECTIONS, PATIENCE, 204, () -> left.getAndDecrement() > 0 ? children.get() : null);
        long kept = kept() - before;
        report.single(
                'h',
                "a burst of %,d texts on %d connections".formatted(many, CONNECTIONS),
                String.format(
                        Locale.ROOT,
                        "%d refused, %d acknowledged, %d kept, in %.1f s; %s",
                        burst.errors(),
                        burst.latencies().count(),
                        kept,
                        burst.seconds(),
                        Report.milliseconds(burst.latencies())),
                "none refused, all kept, p99 500 ms, worst 4 s",
                burst.errors() == 0
                        && kept == many
                        && burst.latencies().percentile(0.99) <= 500
                        && burst.latencies().percentile(1) <= 4_000);
    }

    private long kept() {
        return whole.count("contact", "provider_event WHERE kind = 'message'");
    }

    /** The n-th text. */
    static byte[] next(int n, String token) {
        String json = """
                {"id": "%s", "source_number": "447700900%03d", "destination_number": "07700900900", "message": "%s",\
                 "date_received": "%s"}""".formatted(UUID.randomUUID(), n % NUMBERS, WORDS + n, Instant.now());
        return Requests.post("/webhooks/sms/notify", Requests.bearer(token), Requests.JSON, json);
    }
}
