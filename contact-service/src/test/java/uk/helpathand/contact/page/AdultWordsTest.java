package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.helpathand.contact.page.SourceFiles.PAGE;
import static uk.helpathand.contact.page.SourceFiles.RESOURCES;
import static uk.helpathand.contact.page.SourceFiles.properties;
import static uk.helpathand.contact.page.SourceFiles.read;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The words of the pages for adults: all there, all used, in sentences that somebody with five minutes can read. */
class AdultWordsTest {

    private static final int LONGEST_SENTENCE = 25;

    @Test
    void the_bundle_has_a_text_for_every_method_and_no_other() throws IOException {
        assertThat(words().stringPropertyNames()).isEqualTo(methods());
        assertThat(words().values())
                .allSatisfy(text -> assertThat((String) text).isNotBlank());
    }

    @Test
    void every_message_is_used() throws IOException {
        String everything = read(RESOURCES.resolve("templates"), ".html") + read(PAGE, "java");
        Set<String> unused = new HashSet<>(methods());
        unused.removeIf(name -> Pattern.compile("(adult:|words\\.)" + name + "\\b")
                .matcher(everything)
                .find());
        assertThat(unused).isEmpty();
    }

    @Test
    void sentences_are_short() throws IOException {
        words().forEach((name, text) -> {
            for (String sentence : ((String) text).split("[.?!:] ?")) {
                assertThat(sentence.trim().split("\\s+"))
                        .as("%s: %s", name, sentence)
                        .hasSizeLessThanOrEqualTo(LONGEST_SENTENCE);
            }
        });
    }

    private static Set<String> methods() {
        return Arrays.stream(AdultWords.class.getDeclaredMethods())
                .map(java.lang.reflect.Method::getName)
                .collect(Collectors.toSet());
    }

    private static Properties words() throws IOException {
        return properties(RESOURCES.resolve("messages/adult_en.properties"));
    }
}
