package uk.helpathand.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * (j): what the audit costs. The statements of one read with its row of the audit, and the same without, by turns on the same
 * server. The service itself cannot be asked without: there is no read that leaves no row.
 */
final class Auditing {

    private static final int CALLERS = 32;
    private static final int TURNS = 3;
    private static final String ROW = "insert into audit";

    private final Whole whole;
    private final Pgbench pgbench;
    private final Path scripts;
    private final Path folder;
    private final long seconds;

    /** @param folder where scripts without the row are written */
    Auditing(Whole whole, Pgbench pgbench, Path scripts, Path folder, Options options) {
        this.whole = whole;
        this.pgbench = pgbench;
        this.scripts = scripts;
        this.folder = folder;
        this.seconds = options.measured().toSeconds();
    }

    void measure(Report report) {
        measure(report, "queue.sql", "first page of the queue");
        measure(report, "enquiry.sql", "one enquiry");
    }

    private void measure(Report report, String script, String what) {
        Map<String, String> values = Values.reading(whole);
        String without = without(script);
        double audited = 0;
        double bare = 0;
        for (int turn = 0; turn < TURNS; turn++) {
            audited += pgbench.perSecond(script, "casework", CALLERS, seconds, values) / TURNS;
            bare += pgbench.perSecond(without, "casework", CALLERS, seconds, values) / TURNS;
        }
        report.single(
                'j',
                "audit, statements of " + what + " at " + CALLERS,
                String.format(
                        Locale.ROOT, "%.0f a second with its row, %.0f without: %.2f", audited, bare, audited / bare));
    }

    private String without(String script) {
        try {
            List<String> lines = Files.readAllLines(scripts.resolve(script));
            List<String> bare =
                    lines.stream().filter(line -> !line.startsWith(ROW)).toList();
            if (bare.size() != lines.size() - 1) {
                throw new IllegalStateException(script + " has not one row of the audit");
            }
            return Files.write(folder.resolve("without-audit-" + script), bare)
                    .toAbsolutePath()
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
