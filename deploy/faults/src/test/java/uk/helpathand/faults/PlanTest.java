package uk.helpathand.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PlanTest {

    private static final List<Kind> ALL = List.of(Kind.values());

    @Test
    void theSameSeedGivesTheSameFaultsAndAnotherOthers() {
        assertThat(Plan.of(7, 100, ALL, true))
                .isEqualTo(Plan.of(7, 100, ALL, true))
                .isNotEqualTo(Plan.of(8, 100, ALL, true));
        assertThat(Plan.of(7, 10, ALL, false))
                .isEqualTo(Plan.of(7, 100, ALL, false).subList(0, 10));
    }

    @Test
    void everyKindComesEquallyOften() {
        var faults = Plan.of(7, 3 * ALL.size(), ALL, false);

        assertThat(ALL).allSatisfy(kind -> assertThat(times(kind, faults)).isEqualTo(3));
    }

    @Test
    void withManyThoseThatHaveManyVariantsComeFourTimesAsOften() {
        var faults = Plan.of(7, 2 * (ALL.size() + 5 * 3), ALL, true);

        assertThat(ALL).allSatisfy(kind -> assertThat(times(kind, faults)).isEqualTo(kind.hasMany() ? 8 : 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY", "RESET", "BLACK_HOLE", "HALF_CLOSE"})
    void everyLineIsBrokenInBothDirectionsBeforeOneComesAgain(Kind kind) {
        var faults = Plan.of(7, 20, List.of(kind), false);

        for (var ten : List.of(faults.subList(0, 10), faults.subList(10, 20))) {
            assertThat(ten.stream()
                            .map(fault -> fault.link() + " " + fault.weather().answers()))
                    .doesNotHaveDuplicates();
        }
        assertThat(faults.subList(0, 10)).isNotEqualTo(faults.subList(10, 20));
    }

    @Test
    void bothServicesAreHitAndClocksGoBothWays() {
        assertThat(Plan.of(7, 2, List.of(Kind.KILL_BACKEND), false).stream().map(Fault::onContact))
                .containsExactlyInAnyOrder(true, false);
        assertThat(Plan.of(7, 4, List.of(Kind.CLOCK), false).stream()
                        .map(Fault::words)
                        .collect(Collectors.toSet()))
                .hasSize(4);
    }

    private static long times(Kind kind, List<Fault> faults) {
        return faults.stream().filter(fault -> fault.kind() == kind).count();
    }
}
