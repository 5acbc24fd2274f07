package uk.helpathand.faults;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wrong, one line each.
 *
 * @param lost acknowledged, and not stored on both sides
 * @param doubled more than one effect of one sending
 * @param invisible stored, and not where staff or the requester would see it
 * @param disordered acknowledged one after the other, and stored the other way round
 * @param gaps staff read or changed something and the audit has no row of it, or its chain is not whole
 */
record Verdict(Set<String> lost, Set<String> doubled, Set<String> invisible, Set<String> disordered, Set<String> gaps) {

    static final Verdict CLEAN = new Verdict(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    boolean clean() {
        return all().isEmpty();
    }

    List<String> all() {
        return Stream.of(
                        lines("lost", lost),
                        lines("doubled", doubled),
                        lines("invisible", invisible),
                        lines("out of order", disordered),
                        lines("audit gap", gaps))
                .flatMap(lines -> lines)
                .toList();
    }

    /** Only what an earlier check has not found yet. */
    Verdict without(Verdict earlier) {
        return new Verdict(
                minus(lost, earlier.lost),
                minus(doubled, earlier.doubled),
                minus(invisible, earlier.invisible),
                minus(disordered, earlier.disordered),
                minus(gaps, earlier.gaps));
    }

    Verdict and(Verdict other) {
        return new Verdict(
                plus(lost, other.lost),
                plus(doubled, other.doubled),
                plus(invisible, other.invisible),
                plus(disordered, other.disordered),
                plus(gaps, other.gaps));
    }

    private static Set<String> plus(Set<String> one, Set<String> other) {
        var both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Set<String> minus(Set<String> now, Set<String> earlier) {
        var rest = new HashSet<>(now);
        rest.removeAll(earlier);
        return rest;
    }

    private static Stream<String> lines(String what, Set<String> found) {
        return found.stream().sorted().map(line -> what + ": " + line);
    }
}
