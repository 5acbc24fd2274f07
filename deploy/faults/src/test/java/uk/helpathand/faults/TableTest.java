package uk.helpathand.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {

    private static final Verdict WRONG =
            new Verdict(Set.of("a", "b"), Set.of("c"), Set.of("d", "e", "f"), Set.of("g"), Set.of("h"));

    @Test
    void addsUpByKindAndForAll() {
        var table = Table.of(
                List.of(
                        trial(Kind.KILL_CASE, 10, Verdict.CLEAN, Duration.ofMillis(1500)),
                        trial(Kind.KILL_CASE, 20, WRONG, Duration.ofMillis(9500)),
                        trial(Kind.KILL_CASE, 30, Verdict.CLEAN, Duration.ofMillis(2500)),
                        trial(Kind.POOL, 5, Verdict.CLEAN, Duration.ofMillis(400))),
                Verdict.CLEAN);

        assertThat(cells(table, Kind.KILL_CASE.words()))
                .containsExactly("3", "60", "3", "2", "1", "3", "1", "1", "2.5", "9.5");
        assertThat(cells(table, Kind.POOL.words()))
                .containsExactly("1", "5", "1", "0", "0", "0", "0", "0", "0.4", "0.4");
        assertThat(cells(table, "all")).containsExactly("4", "65", "4", "2", "1", "3", "1", "1", "2.5", "9.5");
        assertThat(table).doesNotContain(Kind.CLOCK.words());
    }

    @Test
    void whatOnlyTheLastCheckFoundCountsForAll() {
        var result =
                new Result(List.of(trial(Kind.POOL, 5, Verdict.CLEAN, Duration.ofSeconds(1))), 0, 0, 0, WRONG, true);
        var table = Table.of(result.trials(), result.atEnd());

        assertThat(cells(table, Kind.POOL.words())).containsSequence("0", "0", "0", "0", "0");
        assertThat(cells(table, "all")).containsSequence("2", "1", "3", "1", "1");
        assertThat(result.good()).isFalse();
    }

    @Test
    void whatWasBrokenOffIsNotGood() {
        assertThat(new Result(List.of(), 0, 0, 0, Verdict.CLEAN, false).good()).isFalse();
        assertThat(cells(Table.of(List.of(), Verdict.CLEAN), "all"))
                .startsWith("0")
                .endsWith("none", "none");
    }

    @Test
    void whatNeverRecoveredIsNotHiddenByWhatDid() {
        var table = Table.of(
                List.of(
                        trial(Kind.POOL, 5, Verdict.CLEAN, Duration.ofSeconds(1)),
                        trial(Kind.POOL, 5, Verdict.CLEAN, null)),
                Verdict.CLEAN);

        assertThat(cells(table, Kind.POOL.words())).endsWith("never", "never");
    }

    @Test
    void aTrialIsGoodOnlyWhenNothingIsWrongAndItRecovered() {
        assertThat(trial(Kind.POOL, 5, Verdict.CLEAN, Duration.ZERO).good()).isTrue();
        assertThat(trial(Kind.POOL, 5, Verdict.CLEAN, null).good()).isFalse();
        for (var one : List.of(
                new Verdict(Set.of("x"), Set.of(), Set.of(), Set.of(), Set.of()),
                new Verdict(Set.of(), Set.of("x"), Set.of(), Set.of(), Set.of()),
                new Verdict(Set.of(), Set.of(), Set.of("x"), Set.of(), Set.of()),
                new Verdict(Set.of(), Set.of(), Set.of(), Set.of("x"), Set.of()),
                new Verdict(Set.of(), Set.of(), Set.of(), Set.of(), Set.of("x")))) {
            assertThat(trial(Kind.POOL, 5, one, Duration.ZERO).good()).isFalse();
        }
    }

    private static Trial trial(Kind kind, long acknowledged, Verdict verdict, Duration recovery) {
        return new Trial(Plan.of(1, 1, List.of(kind), false).get(0), acknowledged, 1, verdict, recovery);
    }

    private static List<String> cells(String table, String name) {
        var line = table.lines()
                .filter(row -> row.startsWith("| " + name + " "))
                .findFirst()
                .orElseThrow();
        return List.of(line.split("\\|")).stream().skip(2).map(String::strip).toList();
    }
}
