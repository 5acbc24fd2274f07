package uk.helpathand.bench;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import uk.helpathand.bench.Load.Result;

/**
 * (b) and (c), the first page of the queue and one enquiry, beside the same statements of pgbench; and (f), the same two at one
 * caller, with few enquiries and with very many.
 */
final class Reading {

    private static final String QUEUE = "/v1/enquiries";
    private static final String PAGE = "first page of the queue";
    private static final String ONE = "one enquiry";

    /** At once, while nothing is measured yet. */
    private static final int WARMING = 8;

    private static final int WARM_UPS = 6;

    /** How many times as long one call may take when there are a hundred times as many enquiries. */
    private static final double GROWTH_TO_REACH = 1.2;

    private final Whole whole;
    private final Processors processors;
    private final Pgbench pgbench;
    private final Options options;
    private Alone few;

    Reading(Whole whole, Processors processors, Pgbench pgbench, Options options) {
        this.whole = whole;
        this.processors = processors;
        this.pgbench = pgbench;
        this.options = options;
    }

    /** How long calls took at one caller. */
    private record Alone(Latencies page, Latencies one) {}

    void measure(Report report, int callers) {
        Map<String, String> adviser = adviser();
        measure(report, 'b', PAGE, callers, page(adviser), "queue.sql", 0.12);
        measure(report, 'c', ONE, callers, one(adviser), "enquiry.sql", 0.25);
    }

    private void measure(
            Report report,
            char part,
            String what,
            int callers,
            Supplier<byte[]> requests,
            String script,
            double toReach) {
        Result result = measured(callers, requests);
        double limit = pgbench.perSecond(
                script, "casework", callers, options.measured().toSeconds(), Values.reading(whole));
        report.load(
                part,
                "%s, %,d".formatted(what, options.enquiries()),
                result,
                limit,
                callers == 32 ? toReach : Double.NaN);
    }

    /** (f) with few: as warm as it will be with many, after all other parts, or the start of a JVM would stand for growth. */
    void few(Report report) {
        Map<String, String> adviser = adviser();
        for (Supplier<byte[]> requests : List.of(page(adviser), one(adviser))) {
            load().run(WARMING, options.warmUp().multipliedBy(WARM_UPS), 200, requests);
        }
        few = alone(report, options.fewest());
    }

    /** (f) with very many. */
    void many(Report report) {
        Alone many = alone(report, options.most());
        growth(report, PAGE, few.page(), many.page());
        growth(report, ONE, few.one(), many.one());
    }

    private void growth(Report report, String what, Latencies before, Latencies after) {
        report.single(
                'f',
                "%s, %,d : %,d".formatted(what, options.most(), options.fewest()),
                Report.growth(before, after),
                Double.toString(GROWTH_TO_REACH),
                after.percentile(0.5) <= before.percentile(0.5) * GROWTH_TO_REACH);
    }

    private Alone alone(Report report, int enquiries) {
        Map<String, String> adviser = adviser();
        return new Alone(alone(report, PAGE, enquiries, page(adviser)), alone(report, ONE, enquiries, one(adviser)));
    }

    private Latencies alone(Report report, String what, int enquiries, Supplier<byte[]> requests) {
        Result result = measured(1, requests);
        report.load('f', "%s, %,d".formatted(what, enquiries), result, Double.NaN, Double.NaN);
        return result.latencies();
    }

    private Result measured(int callers, Supplier<byte[]> requests) {
        load().run(callers, options.warmUp(), 200, requests);
        return load().run(callers, options.measured(), 200, requests);
    }

    private Load load() {
        return new Load(whole.stack.caseUrl(), processors);
    }

    /** Good for two minutes: two measurements. */
    private Map<String, String> adviser() {
        return Requests.bearer(whole.adviser());
    }

    private static Supplier<byte[]> page(Map<String, String> adviser) {
        byte[] page = Requests.get(QUEUE, adviser);
        return () -> page;
    }

    /** Any of the open ones. */
    private Supplier<byte[]> one(Map<String, String> adviser) {
        return () -> Requests.get(QUEUE + "/" + Filling.openId(1 + (int) (Math.random() * options.open())), adviser);
    }
}
