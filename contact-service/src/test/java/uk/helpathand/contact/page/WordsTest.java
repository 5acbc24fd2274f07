package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.contact.page.SourceFiles.PAGE;
import static uk.helpathand.contact.page.SourceFiles.RESOURCES;
import static uk.helpathand.contact.page.SourceFiles.properties;
import static uk.helpathand.contact.page.SourceFiles.read;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word stands in the bundle, every message is used, and a ten-year-old can read it. */
class WordsTest {

    private static final List<String> LATIN_IN_ARABIC = List.of(
            "Help at Hand",
            "Children’s Commissioner for England",
            "Children Act 2004",
            "Childline",
            "Information Commissioner",
            "Equality Advisory and Support Service",
            "in care",
            "social worker",
            "council",
            "foster home",
            "children’s home",
            "advocate",
            "Shift",
            "JavaScript",
            "WCAG",
            "AA",
            "2D");
    private static final int LONGEST_SENTENCE = 25;
    private static final List<String> GROWN_UP_WORDS = List.of(
            "advocacy",
            "statutory",
            "safeguarding",
            "placement",
            "disclose",
            "consent",
            "commence",
            "regarding",
            "submit",
            "invalid",
            "session",
            "server",
            "encrypt",
            "confidential",
            "utilise",
            "appropriate");

    /** The bundles in every language, by the beginning of their files' names. */
    private static final Map<String, Class<?>> BUNDLES = Map.of("msg", Words.class, "look", LookedWords.class);

    /** Qute makes two methods of the 301st message on, and the second does not load where one of its messages is given something. */
    private static final int MOST_MESSAGES = 300;

    @Test
    void no_bundle_has_more_messages_than_can_be_loaded() {
        BUNDLES.forEach(
                (name, type) -> assertThat(type.getDeclaredMethods()).as(name).hasSizeLessThanOrEqualTo(MOST_MESSAGES));
        assertThat(methods())
                .as("no name is in two")
                .hasSize(BUNDLES.values().stream()
                        .mapToInt(type -> type.getDeclaredMethods().length)
                        .sum());
    }

    @Test
    void every_message_stands_in_the_file_of_its_bundle() throws IOException {
        for (Path file : files()) {
            String bundle = file.getFileName().toString().replaceAll("_.*", "");
            assertThat(properties(file).stringPropertyNames()).as("%s", file).isEqualTo(methods(BUNDLES.get(bundle)));
        }
    }

    @Test
    void the_bundle_has_a_text_for_every_method_and_no_other() throws IOException {
        assertThat(english().stringPropertyNames()).isEqualTo(methods());
        assertThat(english().values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void another_language_has_every_message() throws IOException {
        for (Properties other : others()) {
            assertThat(other.stringPropertyNames()).isEqualTo(methods());
            assertThat(other.values())
                    .allSatisfy(text -> assertThat((String) text).isNotBlank());
        }
    }

    @Test
    void every_language_is_given_the_same() throws IOException {
        Properties english = english();
        for (Properties other : others()) {
            other.forEach((name, text) -> assertThat(gaps((String) text))
                    .as("%s: %s", name, text)
                    .isEqualTo(gaps(english.getProperty((String) name))));
        }
    }

    @Test
    void every_language_is_offered_and_its_file_says_which_it_is() throws IOException {
        String offered = properties(RESOURCES.resolve("application.properties")).getProperty("quarkus.locales");
        Set<String> found = new HashSet<>();
        for (Path file : files()) {
            if (file.getFileName().toString().startsWith("msg_")) {
                assertThat(properties(file).getProperty("lang")).as("%s", file).isEqualTo(tag(file));
            }
            found.add(tag(file));
        }
        assertThat(found).isEqualTo(Set.of(offered.split(",")));
        assertThat(files()).hasSize(BUNDLES.size() * found.size());
    }

    /** But for what a child must recognise, in brackets, and names that have no other letters. */
    @Test
    void arabic_is_written_in_arabic() throws IOException {
        Properties arabic = in("ar");
        arabic.forEach((name, text) -> {
            if (((String) name).matches("lang|dir|.*Pattern")) {
                return;
            }
            String rest = ((String) text).replaceAll("\\{[a-z]+}", " ");
            for (String known : LATIN_IN_ARABIC) {
                rest = rest.replaceAll("(?<![A-Za-z])" + Pattern.quote(known) + "(?![A-Za-z])", " ");
            }
            assertThat(rest).as("%s", name).doesNotContainPattern("[A-Za-z]");
            assertThat(rest).as("%s has letters", name).containsPattern("[\\u0621-\\u064A]");
            assertThat((String) text)
                    .as("%s: digits that are dialled everywhere", name)
                    .doesNotContainPattern("[٠-٩۰-۹]");
            // In a line from right to left, groups of digits would change places.
            assertThat((String) text).as("%s", name).doesNotContainPattern("(?<!\u2066)\\b[0-9]+ [0-9]+");
        });
    }

    /** Plain {@link Words} are those of the usual language, whatever a page is in. */
    @Test
    void whoever_speaks_on_a_page_speaks_the_language_of_the_call() throws IOException {
        assertThat(read(PAGE, "java")).doesNotContainPattern("@Inject\\s+(Looked)?Words ");
    }

    @Test
    void every_message_is_used() throws IOException {
        String everything = read(RESOURCES.resolve("templates"), ".html") + read(PAGE, "java");
        Set<String> unused = new HashSet<>(methods());
        unused.removeIf(name -> Pattern.compile("(msg:|look:|words(\\.|::))" + name + "\\b")
                .matcher(everything)
                .find());
        assertThat(unused).isEmpty();
    }

    @Test
    void templates_hold_no_words_of_their_own() throws IOException {
        String templates = read(RESOURCES.resolve("templates"), ".html");
        String text = templates
                .replaceAll("(?s)<script>.*?</script>", "")
                .replaceAll("\\{[^{}]*\\}", " ")
                .replaceAll("(?s)<[^>]*>", " ")
                .replaceAll("[\\s.,:]+", " ");
        assertThat(text).doesNotContainPattern("[A-Za-z]{2}");
    }

    @Test
    void sentences_are_short_and_words_are_plain() throws IOException {
        english().forEach((name, text) -> {
            if (((String) name).endsWith("Pattern")) {
                return;
            }
            for (String sentence : ((String) text).split("[.?!:] ?")) {
                assertThat(sentence.trim().split("\\s+"))
                        .as("%s: %s", name, sentence)
                        .hasSizeLessThanOrEqualTo(LONGEST_SENTENCE);
            }
            for (String hard : GROWN_UP_WORDS) {
                assertThat(((String) text).toLowerCase(java.util.Locale.ROOT))
                        .as("%s", name)
                        .doesNotContain(hard);
            }
        });
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES.resolve("messages"))) {
            return files.filter(file -> file.getFileName().toString().matches("(msg|look)_.*"))
                    .toList();
        }
    }

    private static String tag(Path file) {
        return file.getFileName().toString().replaceAll(".*_(.*)\\.properties", "$1");
    }

    /** All messages of a language. */
    private static Properties in(String tag) throws IOException {
        var all = new Properties();
        for (Path file : files()) {
            if (tag(file).equals(tag)) {
                all.putAll(properties(file));
            }
        }
        return all;
    }

    private static List<Properties> others() throws IOException {
        var others = new ArrayList<Properties>();
        for (String tag : files().stream().map(WordsTest::tag).distinct().toList()) {
            if (!tag.equals("en")) {
                others.add(in(tag));
            }
        }
        assertThat(others).isNotEmpty();
        return others;
    }

    /** What a text is given, in braces. */
    private static Set<String> gaps(String text) {
        return Pattern.compile("\\{[^}]*}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> methods() {
        return BUNDLES.values().stream().flatMap(type -> methods(type).stream()).collect(Collectors.toSet());
    }

    private static Set<String> methods(Class<?> bundle) {
        return Arrays.stream(bundle.getDeclaredMethods())
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toSet());
    }

    private static Properties english() throws IOException {
        return in("en");
    }
}
