package uk.helpathand.faults;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import uk.helpathand.faults.Decisions.Place;
import uk.helpathand.faults.Decisions.Stored;

/** Compares the decisions that were tried with those that stand and with the cases that they made. Pure, as {@link Checker} is. */
final class DecisionChecker {

    private final List<Deciding> tried;
    private final Decisions found;
    private final Set<String> lost = new HashSet<>();
    private final Set<String> doubled = new HashSet<>();
    private final Set<String> invisible = new HashSet<>();

    private DecisionChecker(List<Deciding> tried, Decisions found) {
        this.tried = tried;
        this.found = found;
    }

    static Verdict check(List<Deciding> tried, Decisions found) {
        return new DecisionChecker(tried, found).check();
    }

    private Verdict check() {
        var ofEnquiry = tried.stream().collect(groupingBy(Deciding::enquiry));
        var stored = found.stored().stream().collect(groupingBy(Stored::enquiry));
        ofEnquiry.forEach((enquiry, own) -> asOften(enquiry, own, stored.getOrDefault(enquiry, List.of())));
        stored.keySet().stream()
                .filter(enquiry -> !ofEnquiry.containsKey(enquiry))
                .forEach(enquiry -> doubled.add("enquiry %s was decided by nobody".formatted(enquiry)));
        stored.forEach(this::onceWithCase);
        found.stored().forEach(this::itsCases);
        found.casesOfNone().forEach(file -> doubled.add("case %s was opened by no decision".formatted(file)));
        found.lists().getOrDefault(Place.DECIDED, List.of()).stream()
                .filter(enquiry -> !stored.containsKey(enquiry))
                .forEach(enquiry -> lost.add("enquiry %s is listed as decided, without a decision".formatted(enquiry)));
        return new Verdict(lost, doubled, invisible, Set.of(), Set.of());
    }

    /**
     * One that came back to the queue is decided more than once, each time by a decision of its own. A try that was refused, since
     * the enquiry was decided already, has made none.
     */
    private void asOften(UUID enquiry, List<Deciding> own, List<Stored> there) {
        own.stream().collect(groupingBy(Deciding::outcome)).forEach((outcome, decisions) -> {
            var taken = decisions.stream().filter(Deciding::acknowledged).count();
            var rows =
                    there.stream().filter(row -> row.outcome().equals(outcome)).count();
            if (rows < taken) {
                lost.add("%s of enquiry %s: %d taken, %d there".formatted(outcome, enquiry, taken, rows));
            } else if (rows > possible(decisions)) {
                doubled.add(
                        "%s of enquiry %s: %d tried, %d there".formatted(outcome, enquiry, possible(decisions), rows));
            }
        });
        there.stream()
                .map(Stored::outcome)
                .filter(outcome ->
                        own.stream().noneMatch(deciding -> deciding.outcome().equals(outcome)))
                .forEach(outcome -> doubled.add("%s of enquiry %s was tried by nobody".formatted(outcome, enquiry)));
    }

    private static long possible(List<Deciding> decisions) {
        return decisions.stream()
                .filter(deciding -> deciding.acknowledged() || !deciding.refused())
                .count();
    }

    /** The owner of the case answers from then on, so that it never waits in the queue again and nobody decides anew. */
    private void onceWithCase(UUID enquiry, List<Stored> rows) {
        var withCase = rows.stream().filter(row -> row.casesItShouldHave() > 0).count();
        if (withCase > 1) {
            doubled.add("enquiry %s: %d decisions with a case".formatted(enquiry, withCase));
        }
        if (withCase > 0
                && !found.lists().getOrDefault(Place.DECIDED, List.of()).contains(enquiry)) {
            invisible.add("enquiry %s has a case and is not listed as decided".formatted(enquiry));
        }
    }

    private void itsCases(Stored decision) {
        var difference = decision.cases() - decision.casesItShouldHave();
        var line = "%s of enquiry %s has %d cases, not %d"
                .formatted(decision.outcome(), decision.enquiry(), decision.cases(), decision.casesItShouldHave());
        if (difference > 0) {
            doubled.add(line);
        } else if (difference < 0) {
            lost.add(line);
        }
    }

    /** Received = open + decided + merged + tray, in words: each was found once in the lists already. */
    static String sum(Set<UUID> received, Decisions found) {
        var joined = found.stored().stream()
                .filter(decision -> decision.outcome().equals(Decisions.JOIN_CASE))
                .map(Stored::enquiry)
                .collect(toSet());
        var decided = found.lists().getOrDefault(Place.DECIDED, List.of());
        var merged = decided.stream().filter(joined::contains).count();
        return "%d received = %d open + %d decided + %d merged + %d in the tray"
                .formatted(
                        received.size(),
                        found.lists().getOrDefault(Place.OPEN, List.of()).size(),
                        decided.size() - merged,
                        merged,
                        found.lists().getOrDefault(Place.TRAY, List.of()).size());
    }
}
