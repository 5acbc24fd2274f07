package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProgramTest {

    @Test
    void onlyWhatRanAndEndedWellSucceeds() {
        assertThat(Program.succeeds("sh", "-c", "exit 0")).isTrue();
        assertThat(Program.succeeds("sh", "-c", "exit 3")).isFalse();
        assertThat(Program.succeeds("/nowhere/no-such-program")).isFalse();
    }

    @Test
    void aProgramThatSaysMoreThanAPipeHoldsStillEnds() {
        assertThat(Program.succeeds("sh", "-c", "head -c 1000000 /dev/zero")).isTrue();
    }
}
