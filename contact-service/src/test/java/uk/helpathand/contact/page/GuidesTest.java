package uk.helpathand.contact.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uk.helpathand.api.Guide;
import uk.helpathand.contact.guide.GuideText;
import uk.helpathand.contact.guide.Guides;
import uk.helpathand.platform.time.Clocks;

/** What every guide must be, in every language. */
class GuidesTest {

    private static final Path FOLDER = Path.of("src/main/resources/guides");
    private static final List<String> SECTIONS = List.of(
            "What this is about",
            "What you can ask for",
            "Who you can ask",
            "By when",
            "If they say no",
            "What the law says",
            "Who else helps");
    private static final Set<String> WHO_HELPS = Set.of("/ask", "tel:999", "tel:08001111", "tel:08005280731");
    private static final int LONGEST_SENTENCE = 25;
    private static final double READING_AGE = 9;

    private final Guides guides = new Guides();

    @Test
    void every_language_has_every_guide_and_no_other() throws IOException {
        for (String language : languages()) {
            try (Stream<Path> files = Files.list(FOLDER.resolve(language))) {
                assertThat(files.map(file -> file.getFileName().toString()))
                        .as(language)
                        .containsExactlyInAnyOrderElementsOf(Arrays.stream(Guide.values())
                                .map(guide -> guide.wire() + ".md")
                                .toList());
            }
            assertThat(guides.all(language).stream().map(text -> text.head().order()))
                    .as(language)
                    .containsExactly(1, 2, 3, 4, 5, 6);
        }
    }

    @Test
    void no_guide_is_past_the_day_by_which_somebody_had_to_check_it() {
        LocalDate today = LocalDate.now(Clocks.LONDON);
        inEveryLanguage((language, text) -> assertThat(text.head().reviewBy())
                .as(
                        "guides/%s/%s.md must be checked again: read it against its sources, put right what has changed,"
                                + " then set reviewer, reviewed and review-by in its head (docs/guides.md)",
                        language, text.guide().wire())
                .isAfterOrEqualTo(today));
    }

    @Test
    void every_head_is_complete_and_true_to_its_place() {
        inEveryLanguage((language, text) -> {
            var head = text.head();
            assertThat(head.lang()).isEqualTo(language);
            assertThat(head.dir()).isEqualTo(language.equals("ar") ? "rtl" : "ltr");
            assertThat(head.title()).endsWith(language.equals("ar") ? "؟" : "?");
            assertThat(head.reviewer()).isNotBlank().doesNotEndWith(".");
            assertThat(head.reviewBy())
                    .isAfter(head.reviewed())
                    .isBeforeOrEqualTo(head.reviewed().plusMonths(6));
            assertThat(head.source()).hasSizeGreaterThan(5).anyMatch(fact -> fact.contains("legislation.gov.uk"));
            assertThat(head.source().stream().filter(fact -> fact.contains("://")))
                    .hasSizeGreaterThanOrEqualTo(head.source().size() - 1);
        });
    }

    @Test
    void every_guide_has_all_sections() {
        for (String language : languages()) {
            List<String> expected = language.equals("en")
                    ? SECTIONS
                    : headings(guides.all(language).get(0));
            assertThat(expected).hasSameSizeAs(SECTIONS);
            assertThat(guides.all(language))
                    .allSatisfy(text ->
                            assertThat(headings(text)).as(name(language, text)).isEqualTo(expected))
                    .allSatisfy(text -> assertThat(text.sections())
                            .allSatisfy(section -> assertThat(section.html()).isNotBlank()));
        }
    }

    @Test
    void a_translation_asks_for_as_much_as_the_english_and_names_the_same_numbers() {
        inEveryLanguage((language, text) -> {
            GuideText english = guides.text(text.guide(), "en");
            assertThat(count("<li>", text)).isEqualTo(count("<li>", english));
            assertThat(all("(\\d+(?: \\d+)*)", text))
                    .containsExactlyInAnyOrderElementsOf(all("(\\d+(?: \\d+)*)", english));
        });
    }

    @Test
    void every_guide_has_400_to_900_words() {
        inEveryLanguage((language, text) ->
                assertThat(Readability.words(String.join(" ", lines(text)))).hasSizeBetween(400, 900));
    }

    @Test
    void links_lead_to_these_pages_or_to_a_phone_and_say_who_helps() {
        inEveryLanguage((language, text) -> {
            assertThat(all("href=\"([^\"]*)\"", text)).containsAll(WHO_HELPS).isSubsetOf(WHO_HELPS);
            assertThat(html(text)).doesNotContain("&lt;", "<h1", "<h3", "<img");
        });
    }

    @Test
    void a_child_of_nine_can_read_the_english_ones() {
        for (GuideText text : guides.all("en")) {
            assertThat(Readability.age(lines(text))).as(text.guide().wire()).isLessThanOrEqualTo(READING_AGE);
            assertThat(Readability.sentences(lines(text)))
                    .as(text.guide().wire())
                    .allSatisfy(sentence ->
                            assertThat(Readability.words(sentence)).hasSizeLessThanOrEqualTo(LONGEST_SENTENCE));
        }
    }

    private interface Check {
        void of(String language, GuideText text);
    }

    private void inEveryLanguage(Check check) {
        for (String language : languages()) {
            assertThat(guides.all(language)).allSatisfy(named(language, check));
        }
    }

    private static Consumer<GuideText> named(String language, Check check) {
        return text -> {
            try {
                check.of(language, text);
            } catch (AssertionError e) {
                throw new AssertionError(name(language, text) + ": " + e.getMessage(), e);
            }
        };
    }

    private static String name(String language, GuideText text) {
        return language + "/" + text.guide().wire();
    }

    private static List<String> languages() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> headings(GuideText text) {
        return text.sections().stream().map(GuideText.Section::heading).toList();
    }

    private static String html(GuideText text) {
        return String.join(
                "", text.sections().stream().map(GuideText.Section::html).toList());
    }

    /** What is read: title, summary, headings and text, block after block. */
    private static List<String> lines(GuideText text) {
        return Stream.concat(
                        Stream.of(text.head().title(), text.head().summary()),
                        text.sections().stream()
                                .flatMap(section -> Stream.concat(
                                        Stream.of(section.heading()),
                                        Arrays.stream(section.html().split("</?(?:p|li|ul|ol)[^>]*>")))))
                .map(line ->
                        line.replaceAll("<[^>]*>", "").replace("&quot;", "\"").trim())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static long count(String element, GuideText text) {
        return all("(" + element + ")", text).size();
    }

    private static List<String> all(String pattern, GuideText text) {
        return Pattern.compile(pattern)
                .matcher(
                        pattern.contains("href") || pattern.contains("<") ? html(text) : String.join("\n", lines(text)))
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
