package uk.helpathand.bench;

import java.util.Locale;
import java.util.Map;
import uk.helpathand.local.Part;
import uk.helpathand.local.ServiceProcess;

/** (e): from nothing to ready, on a migrated database. */
final class Starting {

    private static final int TRIALS = 3;
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    private final Whole whole;
    private int number;

    Starting(Whole whole) {
        this.whole = whole;
    }

    void measure(Report report) {
        for (Part service : new Part[] {Part.CONTACT_SERVICE, Part.CASE_SERVICE}) {
            row(report, service, "as deploy/up starts it", QUICK, "3 s");
            row(report, service, "as in production", "-Dhelpathand.bench=true", "");
            String archive = whole.folder.resolve(service.label() + ".jsa").toString();
            start(service, QUICK + " -XX:ArchiveClassesAtExit=" + archive);
            row(report, service, "with a class archive", QUICK + " -XX:SharedArchiveFile=" + archive, "3 s");
            if (Runtime.version().feature() >= 25) {
                String cache = whole.folder.resolve(service.label() + ".aot").toString();
                // One run to learn from; the cache is written when it stops.
                start(service, "-XX:AOTCacheOutput=" + cache);
                row(report, service, "with an AOT cache", "-XX:AOTCache=" + cache, "");
            }
        }
    }

    private void row(Report report, Part service, String how, String options, String toReach) {
        var times = new Latencies();
        for (int i = 0; i < TRIALS; i++) {
            times.add(start(service, options));
        }
        report.single(
                'e',
                "%s starts, %s, JDK %d"
                        .formatted(service.label(), how, Runtime.version().feature()),
                String.format(Locale.ROOT, "%.1f s, the middle of %d", times.percentile(0.5) / 1000, TRIALS),
                toReach);
    }

    /** Until /q/health/ready answers 200, looked at every 200 ms. */
    private long start(Part service, String options) {
        ServiceProcess copy = whole.stack.replica(
                service, service.label() + "-start-" + ++number, Map.of("JAVA_TOOL_OPTIONS", options));
        long begun = System.nanoTime();
        copy.start();
        long ready = System.nanoTime() - begun;
        copy.stop();
        return ready;
    }
}
