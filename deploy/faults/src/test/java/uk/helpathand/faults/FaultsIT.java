package uk.helpathand.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A few minutes of {@code deploy/faults/run} with a fixed seed; docs/reliability.md has what a long run found. */
class FaultsIT {

    private static final Path REPOSITORY = Path.of(System.getProperty("maven.multiModuleProjectDirectory", "../.."));

    private static final long SEED = 13;
    private static final int WEBHOOK_KILLS = 10;
    private static final int FAULTS_PER_CHECK = 10;

    private static final List<Kind> KINDS = kinds();

    @Test
    void nothingIsLostDoubledOrInvisible() {
        var options = new Options(KINDS.size(), SEED, 0, KINDS, Lengths.SHORT, FAULTS_PER_CHECK, false, true);

        var result = Run.run(options, REPOSITORY, Path.of("target", "faults"), System.out::println);

        assertThat(result.atEnd().all()).isEmpty();
        assertThat(result.trials()).hasSize(KINDS.size()).allSatisfy(trial -> {
            // One is the message by which its recovery is known.
            assertThat(trial.acknowledged()).isGreaterThan(1);
            assertThat(trial.verdict().all()).isEmpty();
            assertThat(trial.recovery()).isNotNull();
        });
        assertThat(result.texts()).isGreaterThan(WEBHOOK_KILLS);
        assertThat(result.answersByText()).isPositive();
        assertThat(result.decided()).isPositive();
    }

    private static List<Kind> kinds() {
        var kinds = new ArrayList<>(List.of(
                Kind.KILL_CASE,
                Kind.KILL_BACKEND,
                Kind.KILL_POSTMASTER,
                Kind.STOP_CASE,
                Kind.RESET,
                Kind.BLACK_HOLE,
                Kind.HALF_CLOSE,
                Kind.POOL,
                // One for each service.
                Kind.POOL,
                Kind.SEND_LOST));
        kinds.addAll(Collections.nCopies(WEBHOOK_KILLS, Kind.WEBHOOK_KILL));
        return List.copyOf(kinds);
    }
}
