package uk.helpathand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final List<Kind> ALL = List.of(Kind.values());

    @Test
    void optionsAreReadAndWhatIsNotUnderstoodIsNamed() {
        assertThat(Options.parse("--trials", "3", "--seed", "-5", "--kinds", "pool,kill-case", "--brief"))
                .isEqualTo(new Options(3, -5, 0, List.of(Kind.POOL, Kind.KILL_CASE), Lengths.BRIEF, 1, false, false));
        assertThat(Options.parse("--short", "--many", "--hurried", "--faults-per-check", "20", "--seed", "1"))
                .isEqualTo(new Options(ALL.size(), 1, 0, ALL, Lengths.SHORT, 20, true, true));
        assertThat(Options.parse("--seed", "1"))
                .isEqualTo(new Options(ALL.size(), 1, 0, ALL, Lengths.FULL, 1, false, false));
        assertThatThrownBy(() -> Options.parse("--kinds", "pool,earthquake")).hasMessageContaining("earthquake");
        assertThatThrownBy(() -> Options.parse("--trials", "many")).hasMessageContaining("many");
        assertThatThrownBy(() -> Options.parse("--trials")).hasMessageContaining("--trials");
        assertThatThrownBy(() -> Options.parse("--faults-per-check", "0")).hasMessageContaining("before each check");
        assertThatThrownBy(() -> Options.parse("--trails", "5")).hasMessageContaining("--trails");
    }

    @Test
    void whatIsPrintedAtTheHeadGivesTheSameRunAgain() {
        var options = Options.parse(
                "--trials",
                "9",
                "--seed",
                "4",
                "--after",
                "18",
                "--kinds",
                "reset,clock",
                "--faults-per-check",
                "3",
                "--short",
                "--many",
                "--hurried");

        assertThat(Options.parse(options.words().split(" "))).isEqualTo(options);
    }

    @Test
    void whatWasDoneInAnotherRunIsLeftOut() {
        var whole = Options.parse("--trials", "50", "--seed", "4").plan(ALL);

        assertThat(Options.parse("--trials", "30", "--seed", "4", "--after", "20")
                        .plan(ALL))
                .isEqualTo(whole.subList(20, 50));
        assertThatThrownBy(() -> Options.parse("--after", "-1")).hasMessageContaining("After");
    }

    @Test
    void theCalmBeforeAFaultIsBetweenItsBounds() {
        assertThat(Lengths.SHORT.before(0)).isEqualTo(Duration.ofMillis(200));
        assertThat(Lengths.SHORT.before(999)).isBetween(Duration.ofMillis(490), Duration.ofMillis(500));
    }
}
