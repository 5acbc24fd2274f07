package uk.helpathand.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.helpathand.bench.Load.Result;

/** The one table, as it stands in docs/performance.md. */
final class Report {

    private static final String HEAD = """
            | | what | callers | a second | p50 ms | p99 ms | errors | pgbench | ratio | to reach | contact / case / database / client / others % |
            |---|---|---|---|---|---|---|---|---|---|---|
            """;

    private final List<String> lines = new ArrayList<>();
    private final List<String> singles = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    /**
     * A row of (a), (b), (c), (f) or (h).
     *
     * @param limit transactions a second; NaN when nothing is compared
     * @param toReach of it, without error; NaN for any
     */
    void load(char part, String what, Result result, double limit, double toReach) {
        double ratio = result.perSecond() / limit;
        lines.add(String.format(
                Locale.ROOT,
                "| %s | %s | %d | %.0f | %.1f | %.1f | %d | %s | %s | %s | %s |",
                part,
                what,
                result.callers(),
                result.perSecond(),
                result.latencies().percentile(0.5),
                result.latencies().percentile(0.99),
                result.errors(),
                Double.isNaN(limit) ? "" : String.format(Locale.ROOT, "%.0f", limit),
                Double.isNaN(limit) ? "" : String.format(Locale.ROOT, "%.2f", ratio),
                Double.isNaN(toReach) ? "" : String.format(Locale.ROOT, "%.2f", toReach),
                shares(result.shares())));
        say(lines.get(lines.size() - 1));
        if (result.errors() > 0 || ratio < toReach) {
            missed.add(lines.get(lines.size() - 1));
        }
    }

    /** A row of anything else that is only told. */
    void single(char part, String what, String measured) {
        single(part, what, measured, "", true);
    }

    void single(char part, String what, String measured, String toReach, boolean reached) {
        singles.add("| %s | %s | %s | %s |".formatted(part, what, measured, toReach));
        say(singles.get(singles.size() - 1));
        if (!reached) {
            missed.add(singles.get(singles.size() - 1));
        }
    }

    /** Rows that did not reach what they had to, or had errors. */
    List<String> missed() {
        return List.copyOf(missed);
    }

    static void say(String line) {
        System.out.println(line);
    }

    String table() {
        return HEAD + String.join("\n", lines) + "\n\n| | what | measured | to reach |\n|---|---|---|---|\n"
                + String.join("\n", singles) + "\n";
    }

    static String milliseconds(Latencies latencies) {
        return String.format(
                Locale.ROOT,
                "p50 %.0f ms, p99 %.0f ms, worst %.0f ms of %d",
                latencies.percentile(0.5),
                latencies.percentile(0.99),
                latencies.percentile(1),
                latencies.count());
    }

    /** How many times as long it takes by now. */
    static String growth(Latencies before, Latencies after) {
        return String.format(
                Locale.ROOT,
                "p50 %.2f, p99 %.2f",
                after.percentile(0.5) / before.percentile(0.5),
                after.percentile(0.99) / before.percentile(0.99));
    }

    private static String shares(Map<String, Long> shares) {
        return "%d / %d / %d / %d / %d"
                .formatted(
                        shares.get(Processors.CONTACT),
                        shares.get(Processors.CASE),
                        shares.get(Processors.DATABASE),
                        shares.get(Processors.CLIENT),
                        shares.get(Processors.OTHERS));
    }
}
