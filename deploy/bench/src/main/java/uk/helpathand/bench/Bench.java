package uk.helpathand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import uk.helpathand.bench.Load.Result;
import uk.helpathand.local.Part;
import uk.helpathand.local.ServiceProcess;

/** {@code deploy/bench/run}: measures everything once and prints one table. */
public final class Bench {

    /** Held here because a logger that nobody holds forgets its level. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private static final int[] CALLERS = {1, 8, 32};
    private static final long MOST_MEGABYTES = 350;
    private static final long HAND_OVER_NANOS = 300_000_000_000L;

    private final Options options;
    private final Whole whole;
    private final Leaving leaving;
    private final Processors processors;
    private final Pgbench pgbench;
    private final Filling filling;
    private final Reading reading;
    private final Auditing auditing;
    private final Report report = new Report();

    private Bench(Options options, Path repository, Path folder, Leaving leaving) {
        this.options = options;
        this.leaving = leaving;
        whole = new Whole(repository, folder, leaving.address(), options.profile());
        processors = new Processors(folder);
        pgbench = new Pgbench(whole, repository.resolve("deploy/bench/pgbench"));
        filling = new Filling(whole);
        reading = new Reading(whole, processors, pgbench, options);
        auditing = new Auditing(whole, pgbench, repository.resolve("deploy/bench/pgbench"), folder, options);
    }

    public static void main(String... arguments) throws IOException {
        LIBRARIES.setLevel(Level.OFF);
        Options options = Options.parse(arguments);
        if (!Pgbench.isInstalled()) {
            System.err.println("pgbench is needed (on Debian: apt-get install postgresql-contrib).");
            System.exit(2);
        }
        Path repository = Path.of(System.getProperty("helpathand.repository", ""));
        Path folder = repository.resolve(".local/bench").toAbsolutePath().normalize();
        Files.createDirectories(folder);
        boolean reached;
        try (var leaving = new Leaving()) {
            var bench = new Bench(options, repository, folder, leaving);
            try {
                bench.run();
            } finally {
                bench.whole.close();
            }
            Files.writeString(folder.resolve("table.md"), bench.report.table());
            System.out.println("\n" + bench.report.table());
            bench.report.missed().forEach(row -> System.out.println("NOT REACHED: " + row));
            reached = bench.report.missed().isEmpty();
        }
        // What is measured in two minutes is not held against anything.
        System.exit(reached || options.quick() ? 0 : 1);
    }

    private void run() {
        Report.say("Starting everything.");
        whole.start();
        if (options.has('f')) {
            fill(options.fewest());
            reading.few(report);
        }
        if (options.has('b') || options.has('c') || options.has('d') || options.has('j')) {
            fill(options.enquiries());
        }
        for (int callers : CALLERS) {
            if (options.has('b') || options.has('c')) {
                reading.measure(report, callers);
            }
        }
        if (options.has('a')) {
            receiving();
        }
        if (options.has('h')) {
            new Texting(whole, processors, pgbench, options).measure(report, CALLERS);
        }
        if (options.has('d')) {
            delay();
        }
        if (options.has('i')) {
            new Hidden(whole, options.interleaved()).measure(report);
        }
        if (options.has('j')) {
            auditing.measure(report);
        }
        if (options.has('g')) {
            leaving();
        }
        if (options.has('f')) {
            fill(options.most());
            reading.many(report);
        }
        memory("resident as loads begin and end, the middle", processors::usuallyResident);
        memory("resident at most", processors::peakResident);
        if (options.has('e')) {
            whole.stack.stop(Part.CONTACT_SERVICE);
            whole.stack.stop(Part.CASE_SERVICE);
            new Starting(whole).measure(report);
        }
    }

    private void memory(String what, ToLongFunction<String> megabytes) {
        if (processors.usuallyResident(Processors.CASE) == 0) {
            // No load was measured.
            return;
        }
        report.single(
                ' ',
                what,
                "contact-service %d MB, case-service %d MB (%s)"
                        .formatted(
                                megabytes.applyAsLong(Processors.CONTACT),
                                megabytes.applyAsLong(Processors.CASE),
                                ServiceProcess.HEAP),
                MOST_MEGABYTES + " MB",
                Stream.of(Processors.CONTACT, Processors.CASE)
                        .allMatch(service -> megabytes.applyAsLong(service) < MOST_MEGABYTES));
    }

    private void leaving() {
        if (Leaving.browser().isEmpty()) {
            report.single('g', "quick exit", "NOT MEASURED: no Chromium is installed", "300 ms", false);
            return;
        }
        var left = leaving.measure(whole.stack.contactUrl(), options.trials() / 5);
        leaving("quick exit, press to an empty screen", left.others().empty());
        leaving("quick exit, press to the other page", left.others().elsewhere());
        leaving(
                "the first press in a browser that was never used, to an empty screen",
                left.first().empty());
        report.single(
                'g',
                "the same, to the other page",
                Report.milliseconds(left.first().elsewhere()));
    }

    private void leaving(String what, Latencies latencies) {
        report.single('g', what, Report.milliseconds(latencies), "300 ms", latencies.percentile(0.99) <= 300);
    }

    private void fill(int enquiries) {
        Report.say("Filling up to %,d enquiries.".formatted(enquiries));
        filling.upTo(enquiries, options.open());
    }

    /** (a): a copy of contact-service that hands nothing over, so that only the receiving is measured. */
    private void receiving() {
        processors.remember();
        whole.stack.stop(Part.CONTACT_SERVICE);
        var environment = new HashMap<>(whole.topSpeed("contact-receiving"));
        environment.put("HELPATHAND_OUTBOX_RELAY", "false");
        ServiceProcess copy = whole.stack.replica(Part.CONTACT_SERVICE, "contact-receiving", environment);
        copy.start();
        var load = new Load(copy.url(), processors);
        var children = new Receiving(copy.url());
        for (int callers : CALLERS) {
            int many = (int) (options.warmUp().plus(options.measured()).toSeconds() * (callers == 1 ? 400 : 1000));
            Report.say("Fetching %,d forms.".formatted(many));
            children.fetchTokens(many);
            load.run(callers, options.warmUp(), 303, children::next);
            Result result = load.run(callers, options.measured(), 303, children::next);
            double limit = pgbench.perSecond(
                    "ask.sql", "contact", callers, options.measured().toSeconds(), Values.RECEIVING);
            report.load('a', "POST /ask", result, limit, callers == 32 ? 0.30 : Double.NaN);
        }
        processors.remember();
        copy.stop();
        handOver();
    }

    /** How fast what is owed leaves again. */
    private void handOver() {
        int many = options.quick() ? 200 : 2_000;
        whole.execute("contact", """
                DELETE FROM outbox WHERE id NOT IN (SELECT o.id FROM outbox o JOIN enquiry e ON e.id = o.subject_id
                    WHERE octet_length(e.content_hash) = 32 AND e.reference NOT LIKE 'PB-%%' ORDER BY o.id DESC LIMIT %d)
                """.formatted(many));
        long owed = whole.count("contact", "outbox");
        whole.stack.start(Part.CONTACT_SERVICE);
        long begun = System.nanoTime();
        while (whole.count("contact", "outbox WHERE parked_at IS NULL") > 0) {
            if (System.nanoTime() - begun > HAND_OVER_NANOS) {
                throw new IllegalStateException("the backlog is still owed");
            }
            pause(20);
        }
        if (whole.count("contact", "outbox") > 0) {
            throw new IllegalStateException("case-service refused some of the backlog");
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        report.single(
                'd',
                "hand-over of a backlog, cold",
                String.format(Locale.ROOT, "%,d enquiries in %.1f s: %.0f a second", owed, seconds, owed / seconds));
    }

    private void delay() {
        var children = new Receiving(whole.stack.contactUrl());
        children.fetchTokens(options.trials() * 4 + 40);
        var delay = new Delay(whole, children);
        delay.measure(Delay.Child.SAFE, 20);
        delay.measure(Delay.Child.IN_DANGER, 20);
        delay.measure(options.trials()).forEach((who, took) -> delay(who, "quiet", took, 700, true));
        var steady = new Steady(whole, 50, 20);
        steady.start();
        var underLoad = delay.measure(options.trials());
        Steady.Pace pace = steady.stop();
        underLoad.forEach((who, took) -> delay(who, "with " + pace.words(), took, 2_000, pace.isKept()));
    }

    private void delay(Delay.Child who, String when, Latencies took, long toReach, boolean valid) {
        report.single(
                'd',
                "commit of a child %s to adviser's queue, %s".formatted(who.words(), when),
                Report.milliseconds(took),
                "p99 %,d ms".formatted(toReach),
                valid && took.percentile(0.99) <= toReach);
    }

    static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
