package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Rules, dashboard and page name the metrics that the code has, and the page names all of them. */
class MonitoringTest {

    private static final Path REPOSITORY = Path.of("../..");
    private static final Path PAGE = REPOSITORY.resolve("docs/operations.md");
    private static final Path MONITORING = REPOSITORY.resolve("deploy/monitoring");
    private static final Pattern OUR_NAME = Pattern.compile("\\bhelpathand_[a-z_]+");
    private static final Pattern ANY_NAME =
            Pattern.compile("\\b(?:helpathand|http|jvm|process|agroal)_[a-z_]+|\\bup\\b(?=[{)\\s])");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z_]+)` \\|");

    private final Metrics metrics = Metrics.ofTheCode(REPOSITORY);

    @Test
    void the_page_names_every_metric_of_the_code_and_no_other() throws IOException {
        assertThat(rows().stream()
                        .filter(name -> name.startsWith("helpathand_"))
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(metrics.names());
        assertThat(names(OUR_NAME, Files.readString(PAGE))).allMatch(metrics::have);
    }

    @Test
    void every_page_names_our_metrics_as_they_are_exported() throws IOException {
        try (Stream<Path> pages = Files.walk(REPOSITORY.resolve("docs"))) {
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(".md")).toList()) {
                assertThat(names(OUR_NAME, Files.readString(page)))
                        .as(page.toString())
                        .allMatch(metrics::have);
            }
        }
    }

    @Test
    void every_rule_stands_on_metrics_of_the_page_and_says_where_to_read_on() throws IOException {
        assertThat(rules()).isNotEmpty().allSatisfy(rule -> {
            assertKnown(rule.get("expr").toString());
            var annotations = (Map<?, ?>) rule.get("annotations");
            assertThat(Files.readString(PAGE)).contains("\n### `" + annotations.get("runbook") + "`\n");
            assertThat(((Map<?, ?>) rule.get("labels")).get("severity")).isIn("page", "ticket");
        });
    }

    @Test
    void every_way_out_that_the_page_describes_belongs_to_a_rule() throws IOException {
        Set<Object> named = rules().stream()
                .map(rule -> ((Map<?, ?>) rule.get("annotations")).get("runbook"))
                .collect(Collectors.toSet());
        var described = Pattern.compile("(?m)^### `([a-z-]+)`$")
                .matcher(Files.readString(PAGE))
                .results();
        assertThat(described.map(match -> (Object) match.group(1))).containsExactlyInAnyOrderElementsOf(named);
    }

    @Test
    void every_panel_stands_on_metrics_of_the_page() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(MONITORING.resolve("dashboard.json").toFile());
        List<String> expressions = dashboard.findValuesAsText("expr");
        assertThat(expressions)
                .hasSizeGreaterThanOrEqualTo(dashboard.path("panels").size());
        for (String expression : expressions) {
            assertKnown(expression);
        }
        assertThat(names(OUR_NAME, String.join("\n", expressions)).stream()
                        .map(metrics::nameOf)
                        .collect(Collectors.toSet()))
                .as("the dashboard shows each of our metrics")
                .containsExactlyInAnyOrderElementsOf(metrics.names());
    }

    private void assertKnown(String expression) throws IOException {
        Set<String> used = names(ANY_NAME, expression);
        assertThat(used).as(expression).isNotEmpty();
        Set<String> known = rows();
        assertThat(used).as(expression).allMatch(name -> known.contains(metrics.nameOf(name)));
    }

    private static Collection<Map<?, ?>> rules() throws IOException {
        Map<String, List<Map<String, List<Map<?, ?>>>>> file =
                new Yaml().load(Files.readString(MONITORING.resolve("alerts.yml")));
        var rules = new ArrayList<Map<?, ?>>();
        file.get("groups").forEach(group -> rules.addAll(group.get("rules")));
        return rules;
    }

    /** The names in the first column of the page's tables. */
    private static Set<String> rows() throws IOException {
        return ROW.matcher(Files.readString(PAGE))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
