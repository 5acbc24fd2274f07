package uk.helpathand.casework.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How often names that are not the same sound alike to the machine: measured on lists of names, and told in docs/keys.md. */
class SoundAlikeRateTest {

    private static final int CHILDREN = 20_000;
    private static final int SEARCHES = 500;

    @Test
    void the_page_tells_how_many_strangers_a_search_brings() throws IOException {
        List<String> given = names("given");
        List<String> family = names("family");
        String told =
                "| given names | %d | %s |%n| family names | %d | %s |%n| both together, a search among %,d children | | %s others |"
                        .formatted(
                                given.size(),
                                share(given),
                                family.size(),
                                share(family),
                                CHILDREN,
                                others(given, family));

        assertThat(Files.readString(Path.of("../docs/keys.md")))
                .contains(told.lines().toList());
    }

    /** Of all pairs of different names, those that sound alike. */
    private static String share(List<String> names) {
        int pairs = 0;
        int alike = 0;
        for (int i = 0; i < names.size(); i++) {
            for (int j = 0; j < i; j++) {
                pairs++;
                alike += SoundsTest.alike(names.get(i), names.get(j)) ? 1 : 0;
            }
        }
        return String.format(Locale.ROOT, "%.2f %%", 100.0 * alike / pairs);
    }

    /** Of children with a name of each list, those who are found by both names of somebody who is called otherwise. */
    private static String others(List<String> given, List<String> family) {
        var random = new Random(1);
        Map<Set<String>, Set<Integer>> bySounds = new HashMap<>();
        List<List<String>> children = new ArrayList<>();
        for (int i = 0; i < CHILDREN; i++) {
            var child = List.of(given.get(random.nextInt(given.size())), family.get(random.nextInt(family.size())));
            children.add(child);
            int number = i;
            pairs(child).forEach(pair -> bySounds.computeIfAbsent(pair, none -> new HashSet<>())
                    .add(number));
        }
        long others = 0;
        for (int i = 0; i < SEARCHES; i++) {
            List<String> sought = children.get(i);
            others += pairs(sought)
                    .flatMap(pair -> bySounds.get(pair).stream())
                    .distinct()
                    .filter(found -> !children.get(found).equals(sought))
                    .count();
        }
        return String.format(Locale.ROOT, "%.2f", (double) others / SEARCHES);
    }

    private static Stream<Set<String>> pairs(List<String> child) {
        return WrittenName.of(String.join(" ", child)).pairs().stream()
                .flatMap(pair -> Sounds.of(pair.get(0).text()).stream()
                        .flatMap(one -> Sounds.of(pair.get(1).text()).stream().map(two -> sorted(one, two))))
                .distinct();
    }

    private static Set<String> sorted(String one, String two) {
        return Set.copyOf(List.of(one, two));
    }

    private static List<String> names(String list) throws IOException {
        return Stream.of(Files.readString(Path.of("src/test/resources/names/" + list + ".txt"))
                        .split("\\s+"))
                .filter(name -> !name.isBlank())
                .distinct()
                .toList();
    }
}
