package uk.helpathand.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BadTokensTest {

    @Test
    void no_more_than_so_many_a_minute_are_on_record() {
        var tokens = new BadTokens(3);

        long recorded =
                IntStream.range(0, 10).filter(each -> tokens.isForTheRecord()).count();

        assertThat(recorded).isEqualTo(3);
    }
}
