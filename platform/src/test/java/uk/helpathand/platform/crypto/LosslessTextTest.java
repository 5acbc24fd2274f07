package uk.helpathand.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LosslessTextTest {

    @RepeatedTest(500)
    void every_string_comes_back_as_it_was(RepetitionInfo repetition) {
        String text = anyString(new Random(repetition.getCurrentRepetition()));

        assertThat(LosslessText.decode(LosslessText.encode(text))).isEqualTo(text);
    }

    @RepeatedTest(500)
    void what_is_storable_is_utf8_without_nul_and_as_long(RepetitionInfo repetition) {
        String text = anyString(new Random(repetition.getCurrentRepetition()));

        String storable = LosslessText.storable(text);

        assertThat(storable).doesNotContain("\0").hasSameSizeAs(text);
        assertThat(new String(storable.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(storable);
        assertThat(LosslessText.isStorable(storable)).isTrue();
        assertThat(LosslessText.isStorable(text)).isEqualTo(storable.equals(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "a\0b",
                "\uD83D",
                "\uDE00",
                "\uDE00\uD83D",
                "\uD83D\uDE00",
                "text \uD83D",
                "\u202Ereversed",
                "مساعدة",
                "\uFFFE\uFEFF\uFFFF"
            })
    void the_known_traps_come_back(String text) {
        assertThat(LosslessText.decode(LosslessText.encode(text))).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\uD83D\uDE00", "مساعدة", "Z\u0351a\u0310l\u0355g\u0300o"})
    void what_postgres_can_hold_is_left_alone(String text) {
        assertThat(LosslessText.storable(text)).isEqualTo(text);
        assertThat(LosslessText.isStorable(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\uD83D", "\uDE00b", "\uD83D\uD83D\uDE00"})
    void what_it_cannot_hold_is_replaced_and_told(String text) {
        assertThat(LosslessText.isStorable(text)).isFalse();
        assertThat(LosslessText.storable(text)).contains("\uFFFD");
    }

    /** Latin, the whole BMP with lone surrogates, or beyond it; NUL now and then. */
    private static String anyString(Random random) {
        var out = new StringBuilder();
        int length = random.nextInt(200);
        while (out.length() < length) {
            switch (random.nextInt(6)) {
                case 0, 1 -> out.append((char) (' ' + random.nextInt(95)));
                case 2 -> out.append((char) random.nextInt(0x10000));
                case 3 -> out.appendCodePoint(0x10000 + random.nextInt(0x100000));
                case 4 -> out.append((char) (0xD800 + random.nextInt(0x800)));
                default -> out.append(random.nextInt(8) == 0 ? '\0' : 'é');
            }
        }
        return out.toString();
    }
}
