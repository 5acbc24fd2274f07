package uk.helpathand.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/** {@code deploy/faults/run}: breaks the running whole again and again, and prints one table. */
public final class Run {

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
        var trials = run(options, repository, repository.resolve(".local/faults"), System.out::println);
        System.exit(trials.stream().allMatch(Trial::good) ? 0 : 1);
    }

    /** Returns the trials; prints the table by {@code news}. */
    static List<Trial> run(Options options, Path repository, Path folder, Consumer<String> news) {
        news.accept("Faults: --trials %d --seed %d%s"
                .formatted(options.trials(), options.seed(), options.brief() ? " --brief" : ""));
        var wantsDisk = options.kinds().contains(Kind.DISK_FULL);
        var wantsClocks = options.kinds().contains(Kind.CLOCK);
        try (var site = new Site(repository, folder, wantsDisk, wantsClocks, line -> {})) {
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
            var faults = Fault.plan(options.seed(), options.trials(), kinds);
            var trials = new Campaign(site, options, news).run(faults);
            news.accept("");
            news.accept(Table.of(trials));
            return trials;
        }
    }
}
