package uk.helpathand.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Fault after fault on one site, each checked after its recovery. */
final class Campaign {

    private static final int LOOKS = 4;
    private static final int PAUSE_MILLIS = 5_000;

    private final Site site;
    private final Options options;
    private final Consumer<String> news;
    private final Journal journal = new Journal();
    private final List<Trial> trials = new ArrayList<>();
    private Verdict found = Verdict.CLEAN;

    Campaign(Site site, Options options, Consumer<String> news) {
        this.site = site;
        this.options = options;
        this.news = news;
    }

    /** Returns one trial for each fault; ends early when the site does not recover. */
    List<Trial> run(List<Fault> faults) {
        for (var i = 0; i < faults.size(); i++) {
            var trial = trial(i, faults.get(i));
            trials.add(trial);
            tell(i, faults.size(), trial);
            if (trial.recovery() == null) {
                news.accept("It does not recover: the rest is not tried.");
                break;
            }
        }
        return List.copyOf(trials);
    }

    private Trial trial(int number, Fault fault) {
        var before = journal.sent().size();
        Duration recovery = null;
        var load = new Load(site, journal, options.seed(), number);
        try {
            Client.pause(fault.before());
            new Nemesis(site, options.brief()).strike(fault);
            recovery = new Recovery(site, journal).await(number);
        } catch (AssertionError | RuntimeException e) {
            news.accept("trial %d, %s: %s".formatted(number + 1, fault.words(), e));
        } finally {
            load.close();
        }
        var verdict = check(number).without(found);
        found = add(found, verdict);
        var sent = journal.sent();
        var ofTrial = sent.subList(before, sent.size());
        var acknowledged = ofTrial.stream().filter(Sent::acknowledged).count();
        return new Trial(fault, acknowledged, ofTrial.size() - acknowledged, verdict, recovery);
    }

    /** What looks wrong is looked at again: a request of a client that gave up may still be at work. */
    private Verdict check(int number) {
        Verdict verdict = null;
        for (var look = 0; look < LOOKS; look++) {
            try {
                new Recovery(site, journal).awaitQuiet();
                var findings = new Finder(site, journal).find(number);
                verdict = Checker.check(journal.sent(), journal.staffCalls(), findings);
                if (verdict.without(found).clean()) {
                    return verdict;
                }
            } catch (AssertionError | UncheckedIOException | IllegalStateException e) {
                verdict = new Verdict(
                        Set.of(),
                        Set.of(),
                        Set.of("trial %d cannot be checked: %s".formatted(number + 1, e)),
                        Set.of(),
                        Set.of());
            }
            Client.pause(PAUSE_MILLIS);
        }
        return verdict;
    }

    private static Verdict add(Verdict one, Verdict other) {
        return new Verdict(
                union(one.lost(), other.lost()),
                union(one.doubled(), other.doubled()),
                union(one.invisible(), other.invisible()),
                union(one.disordered(), other.disordered()),
                union(one.gaps(), other.gaps()));
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private void tell(int number, int of, Trial trial) {
        news.accept("%3d/%d  %-60s acknowledged %4d  unknown %3d  recovered %s  %s"
                .formatted(
                        number + 1,
                        of,
                        trial.fault().words(),
                        trial.acknowledged(),
                        trial.unknown(),
                        trial.recovery() == null
                                ? "never"
                                : String.format(
                                        Locale.ROOT, "%.1f s", trial.recovery().toMillis() / 1000.0),
                        trial.verdict().clean() ? "" : "WRONG"));
        trial.verdict().all().forEach(line -> news.accept("         " + line));
    }
}
