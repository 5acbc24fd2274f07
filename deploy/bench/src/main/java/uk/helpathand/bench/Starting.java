package uk.helpathand.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import uk.helpathand.local.Part;
import uk.helpathand.local.ServiceProcess;

/** (e): from nothing to ready, on a migrated database. */
final class Starting {

    private static final int TRIALS = 3;
    private static final Path JDK = Path.of(System.getProperty("java.home"));

    /** What deploy/up adds to the environment. */
    private static final String QUICK = "-XX:TieredStopAtLevel=1";

    /** As long as it takes. */
    private static final double ANY = Double.POSITIVE_INFINITY;

    private static final String ARCHIVE = "-XX:SharedArchiveFile=";

    private final Whole whole;
    private int number;

    Starting(Whole whole) {
        this.whole = whole;
    }

    void measure(Report report) {
        for (Part service : new Part[] {Part.CONTACT_SERVICE, Part.CASE_SERVICE}) {
            String ofTheJdk = ARCHIVE + JDK.resolve("lib/server/classes.jsa");
            row(report, service, "deploy/up, the first time after a build", QUICK + " " + ofTheJdk, ANY);
            row(report, service, "deploy/up, from then on", QUICK, 3);
            row(report, service, "both compilers, no archive", ofTheJdk, ANY);
            row(report, service, "as in our image", ARCHIVE + archiveOfImage(service), ANY);
            if (Runtime.version().feature() >= 25) {
                String cache = whole.folder.resolve(service.label() + ".aot").toString();
                // One run to learn from; the cache is written when it stops.
                start(service, "-XX:AOTCacheOutput=" + cache);
                row(report, service, "with an AOT cache", "-XX:AOTCache=" + cache, ANY);
            }
        }
    }

    /** As the Dockerfile makes it: of what is loaded before any program is called. */
    private Path archiveOfImage(Part service) {
        Path archive = whole.folder.resolve(service.label() + "-image.jsa");
        var maker = new ProcessBuilder(List.of(
                        JDK.resolve("bin/java").toString(),
                        "-XX:ArchiveClassesAtExit=" + archive,
                        "-Dquarkus.appcds.generate=true",
                        "-jar",
                        whole.jar(service).toString()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        maker.environment().put("QUARKUS_PROFILE", "local");
        try {
            // It ends where it misses its settings, as in the Dockerfile, and so not with 0. A JVM that is given an
            // archive that is not there starts without, and says nothing.
            Files.deleteIfExists(archive);
            maker.start().waitFor();
            if (!Files.exists(archive)) {
                throw new IllegalStateException("no archive of " + service.label());
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return archive;
    }

    private void row(Report report, Part service, String how, String options, double toReach) {
        var times = new Latencies();
        for (int i = 0; i < TRIALS; i++) {
            times.add(start(service, options));
        }
        double seconds = times.percentile(0.5) / 1000;
        report.single(
                'e',
                "%s starts: %s, JDK %d"
                        .formatted(service.label(), how, Runtime.version().feature()),
                String.format(Locale.ROOT, "%.1f s, the middle of %d", seconds, TRIALS),
                toReach == ANY ? "" : String.format(Locale.ROOT, "%.0f s", toReach),
                seconds < toReach);
    }

    /** Until /q/health/ready answers 200, looked at every 50 ms. */
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
