package uk.helpathand.faults;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** {@code deploy/faults/run}: breaks the running whole again and again, and prints one table. */
public final class Run {

    /** For so many it is worth a minute that a service that was killed starts in half of the time, as deploy/up starts it. */
    private static final int MANY = 100;

    /** Held here because a logger that nobody holds forgets its level. */
    private static final Logger LIBRARIES = Logger.getLogger("");

    private Run() {}

    /** Ends with 1 when anything was lost, doubled, invisible, out of order, unaudited, or did not recover. */
    public static void main(String... arguments) {
        // Killed servers make the libraries complain at length.
        LIBRARIES.setLevel(Level.OFF);
        // Now, by one thread: else it complains on the screen that several came at once.
        LoggerFactory.getILoggerFactory();
        Options options;
        try {
            options = Options.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + ". See deploy/faults/run --help.");
            System.exit(2);
            return;
        }
        var repository = Path.of(System.getProperty("helpathand.repository", ""));
        var result = run(options, repository, repository.resolve(".local/faults"), System.out::println);
        System.exit(result.good() ? 0 : 1);
    }

    /** Prints the table by {@code news}; also when the program is ended before it is through, of what was checked by then. */
    static Result run(Options options, Path repository, Path folder, Consumer<String> news) {
        news.accept("Faults: " + options.words());
        var wantsDisk = options.kinds().contains(Kind.DISK_FULL);
        var wantsClocks = options.kinds().contains(Kind.CLOCK);
        var learns = options.trials() >= MANY;
        try (var site = new Site(repository, folder, wantsDisk, wantsClocks, learns)) {
            var kinds = new ArrayList<>(options.kinds());
            if (wantsDisk && !site.hasDisk()) {
                kinds.remove(Kind.DISK_FULL);
                news.accept(Kind.DISK_FULL.option() + ": NOT RUN, a small disk cannot be mounted here (root can)");
            }
            if (wantsClocks && !site.hasClocks()) {
                kinds.remove(Kind.CLOCK);
                news.accept(Kind.CLOCK.option() + ": NOT RUN, libfaketime is not installed (apt-get install faketime)");
            }
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("Nothing left to try");
            }
            site.start();
            if (learns) {
                site.stack().archiveClasses();
            }
            var campaign = new Campaign(site, options, news);
            var result = run(campaign, options.plan(kinds), news);
            campaign.tell("");
            campaign.tell(Table.of(result.trials(), result.atEnd()));
            return result;
        }
    }

    private static Result run(Campaign campaign, List<Fault> faults, Consumer<String> news) {
        var began = System.nanoTime();
        var atExit = new Thread(
                () -> {
                    var checked = campaign.breakOff();
                    news.accept("");
                    news.accept("Broken off after %d checked faults of %d; there was no last check."
                            .formatted(checked.size(), faults.size()));
                    news.accept(Table.of(checked, Verdict.CLEAN));
                },
                "table");
        Runtime.getRuntime().addShutdownHook(atExit);
        var result = campaign.run(faults);
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The program is ending, and has printed its table.
        }
        campaign.tell(String.format(
                Locale.ROOT,
                "%.1f seconds a fault, checks included",
                Duration.ofNanos(System.nanoTime() - began).toMillis()
                        / 1000.0
                        / Math.max(1, result.trials().size())));
        return result;
    }
}
