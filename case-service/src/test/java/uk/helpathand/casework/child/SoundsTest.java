package uk.helpathand.casework.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SoundsTest {

    @ParameterizedTest
    @CsvSource({
        "Siobhan, Shivaun",
        "Siobhán, Siobhan",
        "Shivaun, Chevonne",
        "Muhammad, Mohammed",
        "Mohammed, Mohamad",
        "Mohd, Muhammad",
        "Nguyen, Nguyễn",
        "ONeil, ONeill",
        "McDonald, MacDonald",
        "Caitlin, Kaitlyn",
        "Philip, Fillip",
        "Smith, Smyth",
        "Stephen, Steven",
        "Łukasz, Lukasz",
        "Strauß, Strauss",
        "Åse, Ase",
        "Işıl, Isil",
        "Niamh, Neve",
        "مُحَمَّد, محمد",
        "أحمد, احمد",
        "فاطمة, فاطمه",
        "Muhammad, محمّد",
        "Иван, ИВАН",
        "Σοφός, ΣΟΦΟΣ",
        "王芳, 王芳"
    })
    void spellings_of_one_name_sound_alike(String one, String other) {
        assertThat(alike(one, other)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "Christina, Christopher",
        "Kim, Robin",
        "Smith, Jones",
        "Amina, Fatima",
        "Иван, Олена",
        "王芳, 王伟",
        "अनिल, अनीला"
    })
    void other_names_do_not(String one, String other) {
        assertThat(alike(one, other)).isFalse();
    }

    @Test
    void every_line_of_the_list_is_needed_and_no_name_is_in_two() {
        Set<String> seen = new HashSet<>();
        for (List<String> line : Sounds.lists()) {
            assertThat(line).hasSizeGreaterThan(1).allMatch(seen::add, "is new in " + line);
            Set<String> first = Sounds.codes(line.get(0));
            assertThat(line.stream().skip(1).filter(name -> Sounds.codes(name).stream()
                            .noneMatch(first::contains)))
                    .as("coded apart from " + line.get(0))
                    .isNotEmpty();
        }
    }

    @Test
    void parts_are_joined_where_people_join_them() {
        assertThat(words("O Neill")).contains("oneill", "neill").doesNotContain("o");
        assertThat(words("O\u2019Neill")).containsExactly("oneill");
        assertThat(words("Anne-Marie Smith")).contains("anne", "marie", "smith", "annemarie");
        assertThat(words("Ludwig van der Berg")).contains("vanderberg", "berg");
        assertThat(words("Q")).containsExactly("q");
        assertThat(words(" - \u0301 ")).isEmpty();
    }

    @Test
    void a_name_made_to_be_long_stays_small() {
        assertThat(WrittenName.of("a-very-long ".repeat(40)).pairs()).hasSizeLessThan(100);
        assertThat(words("x".repeat(500))).allMatch(word -> word.length() <= 40);
    }

    private static List<String> words(String name) {
        return WrittenName.of(name).words().stream().map(WrittenName.Word::text).toList();
    }

    static boolean alike(String one, String other) {
        var sounds = new HashSet<>(Sounds.of(plain(one)));
        sounds.retainAll(Sounds.of(plain(other)));
        return !sounds.isEmpty();
    }

    private static String plain(String name) {
        return WrittenName.all(name).get(0);
    }
}
