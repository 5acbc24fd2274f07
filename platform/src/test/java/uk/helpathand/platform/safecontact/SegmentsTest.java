package uk.helpathand.platform.safecontact;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.platform.safecontact.Segments.Encoding.GSM_7;
import static uk.helpathand.platform.safecontact.Segments.Encoding.UCS_2;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published vectors, and the boundaries that none of them publishes. */
class SegmentsTest {

    static Stream<Arguments> vectors() {
        return Stream.of(
                Arguments.of("", GSM_7, 0, 1),
                Arguments.of("1".repeat(160), GSM_7, 160, 1),
                Arguments.of("1".repeat(161), GSM_7, 161, 2),
                Arguments.of("1".repeat(306), GSM_7, 306, 2),
                Arguments.of("1".repeat(307), GSM_7, 307, 3),
                Arguments.of("😜" + "1".repeat(68), UCS_2, 70, 1),
                Arguments.of("😜" + "1".repeat(69), UCS_2, 71, 2),
                Arguments.of("😜" + "1".repeat(133), UCS_2, 135, 3),
                Arguments.of("🇮🇹" + "1".repeat(66), UCS_2, 70, 1),
                Arguments.of("🇮🇹" + "1".repeat(67), UCS_2, 71, 2),
                Arguments.of("€" + "1".repeat(158), GSM_7, 160, 1),
                Arguments.of("€" + "1".repeat(159), GSM_7, 161, 2),
                Arguments.of("Á".repeat(70), UCS_2, 70, 1),
                Arguments.of("Á".repeat(71), UCS_2, 71, 2),
                Arguments.of("’" + "1".repeat(69), UCS_2, 70, 1),
                Arguments.of("’" + "1".repeat(70), UCS_2, 71, 2));
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void a_text_is_counted_as_the_networks_count_it(String text, Segments.Encoding encoding, int units, int parts) {
        assertThat(Segments.of(text)).isEqualTo(new Segments(encoding, units, parts));
    }

    @Test
    void an_escape_pair_does_not_straddle_two_parts() {
        assertThat(Segments.of("a".repeat(152) + "€" + "b".repeat(152))).isEqualTo(new Segments(GSM_7, 306, 3));
        assertThat(Segments.of("a".repeat(151) + "€" + "b".repeat(153))).isEqualTo(new Segments(GSM_7, 306, 2));
    }

    @Test
    void a_surrogate_pair_does_not_straddle_two_parts() {
        assertThat(Segments.of("x".repeat(66) + "😢" + "y".repeat(66))).isEqualTo(new Segments(UCS_2, 134, 3));
        assertThat(Segments.of("x".repeat(65) + "😢" + "y".repeat(67))).isEqualTo(new Segments(UCS_2, 134, 2));
    }

    @Test
    void every_letter_of_the_alphabet_is_one_septet_and_of_the_extension_two() {
        String alphabet =
                "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                        + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
        // 128 places, less the escape itself
        assertThat(alphabet).hasSize(127);
        alphabet.chars()
                .forEach(c -> assertThat(Segments.of(Character.toString(c))).isEqualTo(new Segments(GSM_7, 1, 1)));
        "\f^{}\\[~]|€".chars().forEach(c -> assertThat(Segments.of(Character.toString(c)))
                .isEqualTo(new Segments(GSM_7, 2, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ç", "á", "í", "ó", "ú", "Á", "Í", "Ó", "Ú", "ŵ", "ŷ", "’", "“", "”", "–", "…", "`", "\t", "\u001B"
            })
    void what_looks_as_if_it_were_in_the_alphabet_and_is_not(String one) {
        assertThat(Segments.of("call " + one).encoding()).isEqualTo(UCS_2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00\uD83D", "a\0b", "Z\u0351a\u0310"})
    void the_known_traps_are_counted_and_left_alone(String text) {
        assertThat(Segments.of(text)).isEqualTo(new Segments(UCS_2, text.length(), 1));
        assertThat(Segments.fold(text)).isEqualTo(text);
    }

    @Test
    void typographic_signs_become_plain_ones() {
        assertThat(Segments.fold("You’re ‘safe’ – “now”… or\u00A0not\u202F— «yes» 3\u22121\u2011x"))
                .isEqualTo("You're 'safe' - \"now\"... or not - \"yes\" 3-1-x");
        assertThat(Segments.of(Segments.fold("’" + "1".repeat(159)))).isEqualTo(new Segments(GSM_7, 160, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "It’s á letter: never folded",
                "Siân’s ŵ",
                "نحن هنا “معك” – دائما…",
                "We’re here 💜",
                "ми поруч – “завжди”",
                "",
                "plain 'already'",
                "€5 [ok]"
            })
    void what_would_not_become_gsm7_keeps_its_quotes(String text) {
        assertThat(Segments.fold(text)).isEqualTo(text);
    }

    @Test
    void folding_does_not_make_more_parts() {
        assertThat(Segments.fold("…".repeat(53))).isEqualTo("...".repeat(53));
        assertThat(Segments.fold("…".repeat(54))).isEqualTo("…".repeat(54));
    }

    /** Against a count that was written another way: cut the text, part by part, from the end of the last. */
    @Test
    void any_text_is_cut_into_as_many_parts_as_it_says() {
        var random = new Random(5);
        for (int i = 0; i < 3_000; i++) {
            String text = anyText(random);
            Segments counted = Segments.of(text);

            assertThat(counted.parts()).as(text).isEqualTo(cut(text, counted.encoding()));
            String folded = Segments.fold(text);
            assertThat(folded).satisfiesAnyOf(same -> assertThat(same).isEqualTo(text), gsm -> assertThat(
                            Segments.of(gsm).encoding())
                    .isEqualTo(GSM_7));
            assertThat(Segments.of(folded).parts()).isLessThanOrEqualTo(counted.parts());
            assertThat(Segments.fold(folded)).isEqualTo(folded);
        }
    }

    private static int cut(String text, Segments.Encoding encoding) {
        String air = encoding == UCS_2 ? text : text.replaceAll("[\\f^{}\\\\\\[~\\]|€]", "\u001Bx");
        if (air.length() <= (encoding == UCS_2 ? 70 : 160)) {
            return 1;
        }
        int parts = 0;
        for (int from = 0; from < air.length(); parts++) {
            int to = Math.min(air.length(), from + (encoding == UCS_2 ? 67 : 153));
            boolean inPair = air.charAt(to - 1) == '\u001B'
                    || to < air.length() && Character.isSurrogatePair(air.charAt(to - 1), air.charAt(to));
            from = inPair ? to - 1 : to;
        }
        return parts;
    }

    private static String anyText(Random random) {
        String[] signs = random.nextBoolean()
                ? new String[] {"a", "7", " ", "€", "{", "£", "à"}
                : new String[] {"a", "’", "…", "—", "€", "\u00A0", random.nextBoolean() ? "á" : "e", "😢", "\uD83D"};
        // Sometimes without the signs that cannot be folded
        int choice = random.nextInt(1, signs.length + 1);
        var text = new StringBuilder();
        for (int n = random.nextInt(500); n > 0; n--) {
            text.append(signs[random.nextInt(choice)]);
        }
        return text.toString();
    }
}
