package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadabilityTest {

    @Test
    void syllables_are_counted_as_they_are_heard() {
        Map.of(
                        "care",
                        1,
                        "advocate",
                        3,
                        "wanted",
                        2,
                        "moved",
                        1,
                        "children",
                        2,
                        "the",
                        1,
                        "little",
                        2,
                        "homes",
                        1,
                        "you",
                        1,
                        "review",
                        2)
                .forEach((word, count) ->
                        assertThat(Readability.syllables(word)).as(word).isEqualTo(count));
    }

    @Test
    void a_nursery_rhyme_is_for_small_children_and_a_statute_is_not() {
        assertThat(Readability.age(List.of("The cat sat on the mat. It was a fat cat.")))
                .isLessThan(6);
        assertThat(Readability.age(List.of("Representations concerning the discharge of statutory functions must be"
                        + " acknowledged and considered by the responsible authority within the applicable period.")))
                .isGreaterThan(20);
    }

    @Test
    void a_line_ends_a_sentence_and_a_number_with_a_point_does_not() {
        assertThat(Readability.sentences(List.of("Your school", "It costs 2.50 now. Ask them!")))
                .containsExactly("Your school", "It costs 2.50 now", " Ask them");
    }
}
