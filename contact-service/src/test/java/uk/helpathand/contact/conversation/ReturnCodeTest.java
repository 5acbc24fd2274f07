package uk.helpathand.contact.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReturnCodeTest {

    private static final String SPOKEN = String.join(" ", ReturnCode.WORD_LIST.subList(0, ReturnCode.WORDS)) + " 0421";

    @Test
    void the_list_has_1024_different_words_of_plain_letters() {
        assertThat(ReturnCode.WORD_LIST)
                .hasSize(1024)
                .doesNotHaveDuplicates()
                .allMatch(word -> word.matches("[a-z]{4,8}"));
    }

    @Test
    void every_two_words_differ_in_at_least_three_letters() {
        for (String a : ReturnCode.WORD_LIST) {
            for (String b : ReturnCode.WORD_LIST) {
                if (!a.equals(b)) {
                    assertThat(distance(a, b)).as("%s and %s", a, b).isGreaterThanOrEqualTo(3);
                }
            }
        }
    }

    @Test
    void a_code_is_four_words_and_four_digits_and_never_twice_the_same() {
        var seen = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            String spoken = ReturnCode.random().spoken();
            assertThat(spoken).matches("([a-z]{4,8} ){4}[0-9]{4}");
            assertThat(seen.add(spoken)).isTrue();
        }
    }

    @Test
    void case_spaces_and_commas_do_not_matter() {
        String[] parts = SPOKEN.split(" ");
        assertThat(ReturnCode.typed("  " + SPOKEN.toUpperCase(java.util.Locale.ROOT) + "\n")
                        .spoken())
                .isEqualTo(SPOKEN);
        assertThat(ReturnCode.typed(String.join(", ", parts)).spoken()).isEqualTo(SPOKEN);
        assertThat(ReturnCode.typed(String.join("-", parts)).spoken()).isEqualTo(SPOKEN);
        assertThat(ReturnCode.typed(SPOKEN.replace("0421", "04 21")).spoken()).isEqualTo(SPOKEN);
        assertThat(ReturnCode.typed(SPOKEN.replace(" 0421", "0421")).spoken()).isEqualTo(SPOKEN);
        assertThat(ReturnCode.typed(SPOKEN.replace("0421", "٠٤٢١")).spoken()).isEqualTo(SPOKEN);
    }

    @Test
    void one_mistyped_letter_in_every_word_is_forgiven() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            String spoken = ReturnCode.random().spoken();
            String[] parts = spoken.split(" ");
            for (int word = 0; word < ReturnCode.WORDS; word++) {
                parts[word] = mistype(parts[word], random);
            }
            assertThat(ReturnCode.typed(String.join(" ", parts)).spoken()).isEqualTo(spoken);
        }
    }

    @Test
    void a_word_written_as_two_is_one() {
        assertThat(ReturnCode.WORD_LIST).contains("seashell");
        String spoken = String.join(" ", ReturnCode.WORD_LIST.subList(0, 3)) + " seashell 0421";
        assertThat(ReturnCode.typed(spoken.replace("seashell", "sea shell")).spoken())
                .isEqualTo(spoken);
        assertThat(ReturnCode.typed("sea shell " + spoken.replace(" seashell", ""))
                        .spoken())
                .isEqualTo("seashell " + spoken.replace(" seashell", ""));
    }

    @Test
    void nonsense_is_a_form_that_no_code_has() {
        for (String nonsense :
                new String[] {null, "", "   ", "1234", "hello", "😭😭", "\0", "a".repeat(100_000), "مرحبا"}) {
            assertThat(ReturnCode.typed(nonsense).spoken()).doesNotMatch("([a-z]{4,8} ){4}[0-9]{4}");
        }
    }

    @Test
    void a_code_does_not_print_itself() {
        assertThat(ReturnCode.random().toString()).isEqualTo("ReturnCode[...]");
    }

    private static String mistype(String word, Random random) {
        int at = random.nextInt(word.length());
        char letter = (char) ('a' + random.nextInt(26));
        return switch (random.nextInt(3)) {
            case 0 -> word.substring(0, at) + letter + word.substring(at + 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            default -> word.substring(0, at) + word.substring(at + 1);
        };
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int above = row[j];
                row[j] = Math.min(
                        Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
