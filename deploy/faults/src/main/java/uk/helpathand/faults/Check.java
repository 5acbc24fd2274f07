package uk.helpathand.faults;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import uk.helpathand.people.Eventually;

/**
 * Compares what was written with what is there: after each round what the round wrote, at the end everything. Tells only
 * what no earlier check has told.
 */
final class Check {

    private static final int LOOKS = 4;
    private static final int PAUSE_MILLIS = 5_000;
    private static final Duration PATIENCE = Recovery.PATIENCE;

    private final Site site;
    private final Journal journal;
    private final Promises promises;
    private final Finder finder;

    /** Of earlier rounds. Those by text are not among them: a phone may go on with one at any time. */
    private final Set<UUID> conversations = new HashSet<>();

    private Findings last;
    private Verdict told = Verdict.CLEAN;
    private String sum = "";

    Check(Site site, Journal journal, Promises promises) {
        this.site = site;
        this.journal = journal;
        this.promises = promises;
        this.finder = new Finder(site, journal);
    }

    /** Both databases, threads, pages and audit of what was begun since the last check. */
    Verdict ofRound() {
        last = null;
        var verdict = look(() -> {
            promises.look();
            last = finder.ofRound(conversations);
            return Checker.check(journal.sentInRound(), journal.callsOfRound(), last);
        });
        if (last != null) {
            last.contact().forEach(row -> conversations.add(row.conversation()));
            last.casework().forEach(row -> conversations.add(row.conversation()));
            conversations.removeAll(last.byText());
        }
        return verdict;
    }

    /** Both databases, the lists and the audit, of the whole run, and whether the chains over both audits are whole. */
    Verdict ofAll() {
        return look(() -> {
            var decisions = finder.decisions();
            var found = finder.ofAll(decisions);
            sum = DecisionChecker.sum(found.enquiries(), decisions);
            return Checker.check(journal.sentFrom(0), journal.calls(), found)
                    .and(DecisionChecker.check(journal.decidings(), decisions));
        });
    }

    /** Where all enquiries of the run stood at the last check, in words. */
    String sum() {
        return sum;
    }

    /** What looks wrong is looked at again: a request of a client that gave up may still be at work. */
    private Verdict look(Supplier<Verdict> once) {
        var verdict = Verdict.CLEAN;
        var began = Instant.now();
        for (var look = 0; look < LOOKS; look++) {
            if (look > 0) {
                Client.pause(PAUSE_MILLIS);
            }
            try {
                awaitQuiet(began);
                verdict = once.get().without(told);
            } catch (AssertionError | UncheckedIOException | IllegalStateException e) {
                verdict = new Verdict(Set.of(), Set.of(), Set.of("cannot be checked: " + e), Set.of(), Set.of());
            }
            if (verdict.clean()) {
                break;
            }
        }
        told = told.and(verdict);
        return verdict;
    }

    /**
     * Providers were asked for what they have after the clients had stopped, and nothing is owed by either side. A parked row is
     * owed for ever, and found as such.
     */
    private void awaitQuiet(Instant stopped) {
        Eventually.holds(
                "nothing is owed", PATIENCE, () -> sweptSince(stopped) && owed("contact") + owed("casework") == 0);
    }

    /** Where a wrong clock wrote down the last sweep, the next one has to come to its end. */
    private boolean sweptSince(Instant stopped) {
        return site.count(
                        "contact",
                        "SELECT count(*) FROM provider_sweep WHERE since NOT BETWEEN '%s' AND now() + interval '1 minute'"
                                .formatted(stopped))
                == 0;
    }

    private long owed(String database) {
        return site.count(database, "SELECT count(*) FROM outbox");
    }
}
