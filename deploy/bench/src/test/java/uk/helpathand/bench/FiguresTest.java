package uk.helpathand.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a figure in the table means. */
class FiguresTest {

    @Test
    void a_percentile_is_a_value_that_was_measured() {
        var latencies = new Latencies();
        for (int i = 100; i > 0; i--) {
            latencies.add(i * 1_000_000L);
        }
        assertThat(latencies.percentile(0.5)).isEqualTo(50);
        assertThat(latencies.percentile(0.99)).isEqualTo(99);
        assertThat(latencies.percentile(1)).isEqualTo(100);
        assertThat(new Latencies().percentile(0.5)).isNaN();
    }

    @Test
    void the_latencies_of_two_callers_are_one_measurement() {
        var one = new Latencies();
        var other = new Latencies();
        for (int i = 1; i <= 2000; i++) {
            (i % 2 == 0 ? one : other).add(i * 1_000_000L);
        }
        assertThat(one.and(other).count()).isEqualTo(2000);
        assertThat(one.and(other).percentile(0.99)).isEqualTo(1980);
    }

    @Test
    void growth_is_how_many_times_as_long_it_takes() {
        var before = new Latencies();
        var after = new Latencies();
        for (int i = 1; i <= 100; i++) {
            before.add(i * 1_000_000L);
            after.add(i * 1_100_000L);
        }
        after.add(900_000_000L);
        assertThat(Report.growth(before, before)).isEqualTo("p50 1.00, p99 1.00");
        assertThat(Report.growth(before, after)).isEqualTo("p50 1.12, p99 1.11");
    }

    @Test
    void the_limit_is_what_pgbench_counts_without_its_connecting() {
        assertThat(Pgbench.rate("""
                number of transactions actually processed: 3000
                number of failed transactions: 0 (0.000%)
                latency average = 10.1 ms
                initial connection time = 20.3 ms
                tps = 312.5 (without initial connection time)
                """)).isEqualTo(312.5);
    }

    @Test
    void a_limit_with_failed_transactions_is_none() {
        assertThatThrownBy(() -> Pgbench.rate("number of failed transactions: 2 (1%)\ntps = 312.5 (without"))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shares_are_of_all_processors() {
        int processors = Runtime.getRuntime().availableProcessors();
        assertThat(Processors.shares(Map.of("database", 10.0), Map.of("database", 10.0 + 5.0 * processors), 10))
                .containsEntry("database", 50L);
    }

    @Test
    void an_argument_that_is_not_known_is_refused() {
        assertThat(Options.parse("--quick", "--only=ab").has('c')).isFalse();
        assertThat(Options.parse().parts()).isEqualTo(Options.ALL);
        assertThat(Options.parse("--only=h").has('h')).isTrue();
        assertThatThrownBy(() -> Options.parse("--only=x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Options.parse("--fast")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_text_has_an_id_of_its_own_and_a_number_that_is_nobodys() {
        var texts = IntStream.range(0, 2_000)
                .mapToObj(n -> new String(Texting.next(n, "token"), StandardCharsets.UTF_8))
                .toList();
        assertThat(found("\"id\": \"([^\"]+)", texts)).hasSize(2_000);
        assertThat(found("\"source_number\": \"(447700900[0-9]{3})\"", texts)).hasSize(1_000);
        assertThat(texts.get(0)).contains("Authorization: Bearer token\r\n").contains("\r\n\r\n{");
    }

    private static Set<String> found(String what, List<String> texts) {
        return texts.stream()
                .flatMap(text -> Pattern.compile(what).matcher(text).results())
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
    }
}
