package uk.helpathand.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void nothing_is_asked_for_by_default() {
        assertThat(Options.parse()).isEqualTo(new Options(false, false));
    }

    @Test
    void order_does_not_matter() {
        assertThat(Options.parse("--demo", "--fresh")).isEqualTo(new Options(true, true));
    }

    @Test
    void an_unknown_argument_is_named() {
        assertThatExceptionOfType(Trouble.class)
                .isThrownBy(() -> Options.parse("--fresh", "--frehs"))
                .withMessageContaining("--frehs")
                .satisfies(trouble -> assertThat(trouble.exitCode()).isEqualTo(2));
    }
}
