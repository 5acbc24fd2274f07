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
        var faults = Plan.of(7, 2 * (ALL.size() + 6 * 3), ALL, true);

        assertThat(ALL).allSatisfy(kind -> assertThat(times(kind, faults)).isEqualTo(kind.hasMany() ? 8 : 2));
    }

    @ParameterizedTest
    @EnumSource(names = {"DELAY", "RESET", "BLACK_HOLE", "HALF_CLOSE"})
    void everyLineIsBrokenInBothDirectionsBeforeOneComesAgain(Kind kind) {
        var all = 2 * Link.values().length;
        var faults = Plan.of(7, 2 * all, List.of(kind), false);

        for (var each : List.of(faults.subList(0, all), faults.subList(all, 2 * all))) {
            assertThat(each.stream()
                            .map(fault -> fault.link() + " " + fault.weather().answers()))
                    .doesNotHaveDuplicates();
        }
        assertThat(faults.subList(0, all)).isNotEqualTo(faults.subList(all, 2 * all));
    }

    @Test
    void webhooksAreHitWithinFiftyMillisecondsOfCallAndAnswer() {
        var kills = Plan.of(7, 200, List.of(Kind.WEBHOOK_KILL), false);

        assertThat(kills.subList(0, 2).stream().map(Fault::answer)).containsExactlyInAnyOrder(true, false);
        assertThat(kills).allSatisfy(kill -> assertThat(kill.late()).isBetween(0, 50));
        assertThat(kills.stream().map(Fault::late).distinct().count()).isGreaterThan(30);
        assertThat(Plan.of(7, 2, List.of(Kind.SEND_LOST), false).stream().map(Fault::cut))
                .containsExactlyInAnyOrder(true, false);
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
