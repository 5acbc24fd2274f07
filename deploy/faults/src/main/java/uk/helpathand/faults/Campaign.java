package uk.helpathand.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Round after round on one site: faults one after the other under one load, and a check of what was written meanwhile. */
final class Campaign {

    private final Site site;
    private final Options options;
    private final Consumer<String> news;
    private final Journal journal = new Journal();
    private final Promises promises;
    private final Check check;
    private final Nemesis nemesis;
    private final List<Trial> trials = new ArrayList<>();
    private boolean brokenOff;

    Campaign(Site site, Options options, Consumer<String> news) {
        this.site = site;
        this.options = options;
        this.news = news;
        this.promises = new Promises(site, journal);
        this.check = new Check(site, journal, promises);
        this.nemesis = new Nemesis(site, options.lengths(), new TextFaults(site, journal, promises, options));
    }

    /** A fault that was done. @param place of its first message in the journal */
    private record Strike(Fault fault, int place, Duration recovery) {}

    /** Ends early when the site does not recover. */
    Result run(List<Fault> faults) {
        var size = options.faultsPerCheck();
        for (var from = 0; from < faults.size(); from += size) {
            var round = faults.subList(from, Math.min(from + size, faults.size()));
            if (!round(from, round, faults.size())) {
                tell("It does not recover: the rest is not tried, and there is no last check.");
                return result(Verdict.CLEAN, false);
            }
        }
        var atEnd = check.ofAll();
        tell("the last check, of the whole run: " + (atEnd.clean() ? "well" : "WRONG"));
        tell(atEnd);
        tell("texts that providers took from phones: %d, answers of the team to them: %d"
                .formatted(journal.texts(), journal.answersByText()));
        tell("enquiries: " + check.sum());
        return result(atEnd, true);
    }

    private Result result(Verdict atEnd, boolean whole) {
        return new Result(soFar(), journal.texts(), journal.answersByText(), journal.decided(), atEnd, whole);
    }

    /** Those that were checked. From now on nothing is told any more: everything is being stopped. */
    synchronized List<Trial> breakOff() {
        brokenOff = true;
        return soFar();
    }

    private synchronized List<Trial> soFar() {
        return List.copyOf(trials);
    }

    private boolean round(int done, List<Fault> faults, int all) {
        journal.nextRound();
        var strikes = new ArrayList<Strike>();
        var recovery = new Recovery(site, journal);
        var load = new Load(site, journal, promises, options.seed(), done);
        try {
            for (var fault : faults) {
                var began = System.nanoTime();
                var strike = strike(fault, recovery);
                strikes.add(strike);
                tell("%4d/%d  %-66s  recovered %s, %s in all"
                        .formatted(
                                done + strikes.size(),
                                all,
                                fault.words(),
                                words(strike.recovery()),
                                words(Duration.ofNanos(System.nanoTime() - began))));
                if (strike.recovery() == null) {
                    break;
                }
            }
        } finally {
            load.close();
        }
        var verdict = check.ofRound();
        var checked = trials(strikes, verdict);
        add(checked);
        tell("           checked: acknowledged %d, unknown %d: %s"
                .formatted(
                        checked.stream().mapToLong(Trial::acknowledged).sum(),
                        checked.stream().mapToLong(Trial::unknown).sum(),
                        verdict.clean() ? "well" : "WRONG after the faults of this round"));
        tell(verdict);
        return strikes.get(strikes.size() - 1).recovery() != null;
    }

    private Strike strike(Fault fault, Recovery recovery) {
        var place = journal.length();
        try {
            Client.pause(
                    Math.toIntExact(options.lengths().before(fault.moment()).toMillis()));
            nemesis.strike(fault);
            return new Strike(fault, place, options.hurried() ? recovery.awaitService() : recovery.await());
        } catch (AssertionError | RuntimeException e) {
            tell("%s: %s".formatted(fault.words(), e));
            return new Strike(fault, place, null);
        }
    }

    /** What the check found stands at the last fault of the round: which of them did it, it cannot know. */
    private List<Trial> trials(List<Strike> strikes, Verdict verdict) {
        var of = new ArrayList<Trial>();
        for (var i = 0; i < strikes.size(); i++) {
            var last = i == strikes.size() - 1;
            var strike = strikes.get(i);
            var sent = journal.sentFrom(strike.place());
            var own = last ? sent : sent.subList(0, strikes.get(i + 1).place() - strike.place());
            var acknowledged = own.stream().filter(Sent::acknowledged).count();
            of.add(new Trial(
                    strike.fault(),
                    acknowledged,
                    own.size() - acknowledged,
                    last ? verdict : Verdict.CLEAN,
                    strike.recovery()));
        }
        return of;
    }

    private synchronized void add(List<Trial> checked) {
        trials.addAll(checked);
    }

    private void tell(Verdict verdict) {
        verdict.all().forEach(line -> tell("           " + line));
    }

    synchronized void tell(String line) {
        if (!brokenOff) {
            news.accept(line);
        }
    }

    private static String words(Duration recovery) {
        return recovery == null ? "never" : String.format(Locale.ROOT, "%.1f s", recovery.toMillis() / 1000.0);
    }
}
