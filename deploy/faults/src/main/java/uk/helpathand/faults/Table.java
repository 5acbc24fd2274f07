package uk.helpathand.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of a run, a line for each kind of fault and one for all. */
final class Table {

    private static final List<String> HEAD = List.of(
            "fault",
            "trials",
            "acknowledged",
            "unknown",
            "lost",
            "doubled",
            "invisible",
            "out of order",
            "audit gaps",
            "recovery median s",
            "worst s");

    private Table() {}

    /**
     * As Markdown, so that it goes into the documentation as it is.
     *
     * @param atEnd what only the last check found; it counts for all
     */
    static String of(List<Trial> trials, Verdict atEnd) {
        var lines = new ArrayList<List<String>>();
        lines.add(HEAD);
        lines.add(HEAD.stream().map(column -> "-".repeat(column.length())).toList());
        Arrays.stream(Kind.values()).forEach(kind -> {
            var ofKind = trials.stream()
                    .filter(trial -> trial.fault().kind() == kind)
                    .toList();
            if (!ofKind.isEmpty()) {
                lines.add(line(kind.words(), ofKind, Verdict.CLEAN));
            }
        });
        lines.add(line("all", trials, atEnd));
        return lines.stream().map(line -> pad(line, lines)).collect(Collectors.joining("\n"));
    }

    private static List<String> line(String name, List<Trial> trials, Verdict more) {
        return List.of(
                name,
                Integer.toString(trials.size()),
                sum(trials, Trial::acknowledged),
                sum(trials, Trial::unknown),
                wrong(trials, more, Verdict::lost),
                wrong(trials, more, Verdict::doubled),
                wrong(trials, more, Verdict::invisible),
                wrong(trials, more, Verdict::disordered),
                wrong(trials, more, Verdict::gaps),
                recovery(trials, times -> times.get(times.size() / 2)),
                recovery(trials, times -> times.get(times.size() - 1)));
    }

    private static String sum(List<Trial> trials, ToLongFunction<Trial> figure) {
        return Long.toString(trials.stream().mapToLong(figure).sum());
    }

    private static String wrong(List<Trial> trials, Verdict more, Function<Verdict, Set<String>> what) {
        return Long.toString(Stream.concat(trials.stream().map(Trial::verdict), Stream.of(more))
                .mapToLong(verdict -> what.apply(verdict).size())
                .sum());
    }

    private static String recovery(List<Trial> trials, Function<List<Duration>, Duration> pick) {
        var times = trials.stream()
                .map(Trial::recovery)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (times.size() < trials.size()) {
            return "never";
        }
        if (times.isEmpty()) {
            return "none";
        }
        return String.format(Locale.ROOT, "%.1f", pick.apply(times).toMillis() / 1000.0);
    }

    private static String pad(List<String> line, List<List<String>> lines) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < line.size(); i++) {
            var column = i;
            var width = lines.stream()
                    .mapToInt(other -> other.get(column).length())
                    .max()
                    .orElse(0);
            var blank = line.get(i).startsWith("-") ? "-" : " ";
            cells.add(line.get(i) + blank.repeat(width - line.get(i).length()));
        }
        return "| " + String.join(" | ", cells) + " |";
    }
}
