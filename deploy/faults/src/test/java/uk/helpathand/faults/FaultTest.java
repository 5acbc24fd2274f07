package uk.helpathand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultTest {

    private static final List<Kind> ALL = List.of(Kind.values());

    @Test
    void theSameSeedGivesTheSameFaultsAndAnotherOthers() {
        assertThat(Fault.plan(7, 100, ALL)).isEqualTo(Fault.plan(7, 100, ALL)).isNotEqualTo(Fault.plan(8, 100, ALL));
        assertThat(Fault.plan(7, 10, ALL)).isEqualTo(Fault.plan(7, 100, ALL).subList(0, 10));
    }

    @Test
    void everyKindComesEquallyOften() {
        var faults = Fault.plan(7, 3 * ALL.size(), ALL);

        assertThat(ALL).allSatisfy(kind -> assertThat(faults.stream().filter(fault -> fault.kind() == kind))
                .hasSize(3));
    }

    @Test
    void everyLineIsBrokenInTheCourseOfTime() {
        assertThat(Fault.plan(7, 100, List.of(Kind.RESET)).stream().map(Fault::link))
                .contains(Link.values());
    }

    @Test
    void optionsAreReadAndWhatIsNotUnderstoodIsNamed() {
        assertThat(Options.parse("--trials", "3", "--seed", "-5", "--kinds", "pool,kill-case", "--brief"))
                .isEqualTo(new Options(3, -5, List.of(Kind.POOL, Kind.KILL_CASE), true));
        assertThat(Options.parse("--seed", "1")).isEqualTo(new Options(ALL.size(), 1, ALL, false));
        assertThatThrownBy(() -> Options.parse("--kinds", "pool,earthquake")).hasMessageContaining("earthquake");
        assertThatThrownBy(() -> Options.parse("--trials", "many")).hasMessageContaining("many");
        assertThatThrownBy(() -> Options.parse("--trials")).hasMessageContaining("--trials");
        assertThatThrownBy(() -> Options.parse("--trails", "5")).hasMessageContaining("--trails");
    }
}
