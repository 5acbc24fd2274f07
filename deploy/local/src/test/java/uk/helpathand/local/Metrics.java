package uk.helpathand.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The metrics that stand in the sources, under the names by which Prometheus gets them. */
final class Metrics {

    private static final Pattern BUILT = Pattern.compile(
            "(Counter|Gauge|Timer)\\.builder\\(\\s*\"(helpathand[a-z.]+)\"(.*?)\\.register\\(", Pattern.DOTALL);
    private static final Pattern COUNTED = Pattern.compile("\\.counter\\(\\s*\"(helpathand[a-z.]+)\"");
    private static final Pattern UNIT = Pattern.compile("\\.baseUnit\\(\"([a-z]+)\"\\)");
    private static final Pattern TIMER_PART = Pattern.compile("(.+_seconds)_(bucket|count|sum|max)");

    /** What else of ours a source may call by such a name: settings. */
    private static final Pattern LITERAL = Pattern.compile("(?<!prefix = )(?<!value\\()\"(helpathand\\.[a-z.]+)\"");

    private final Set<String> names = new TreeSet<>();

    private Metrics() {}

    static Metrics ofTheCode(Path repository) {
        var metrics = new Metrics();
        for (String module : new String[] {"platform", "contact-service", "case-service"}) {
            try (Stream<Path> sources = Files.walk(repository.resolve(module).resolve("src/main/java"))) {
                for (Path source : (Iterable<Path>) sources.filter(Files::isRegularFile)::iterator) {
                    metrics.read(source, Files.readString(source));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return metrics;
    }

    private void read(Path source, String text) {
        int found = 0;
        for (Matcher built = BUILT.matcher(text); built.find(); found++) {
            Matcher unit = UNIT.matcher(built.group(3));
            names.add(exported(built.group(1), built.group(2), unit.find() ? "_" + unit.group(1) : ""));
        }
        for (Matcher counted = COUNTED.matcher(text); counted.find(); found++) {
            names.add(exported("Counter", counted.group(1), ""));
        }
        if (found != LITERAL.matcher(text).results().count()) {
            throw new AssertionError("A metric in a form that this test does not read, in " + source);
        }
    }

    private static String exported(String kind, String name, String unit) {
        String plain = name.replace('.', '_');
        return switch (kind) {
            case "Counter" -> plain + "_total";
            case "Timer" -> plain + "_seconds";
            default -> plain + unit;
        };
    }

    Set<String> names() {
        return names;
    }

    /** Whether the code has it, or the timer of which it is a part. */
    boolean have(String exported) {
        return names.contains(nameOf(exported));
    }

    /** Without what Prometheus puts behind the name of a timer. */
    String nameOf(String exported) {
        Matcher part = TIMER_PART.matcher(exported);
        return part.matches() ? part.group(1) : exported;
    }
}
