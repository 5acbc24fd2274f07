package uk.helpathand.contact.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The age at which English is read, by formula: Flesch-Kincaid grade level (Kincaid and others, 1975) and five years.
 *
 * <pre>{@code
 * age = 0.39 * words / sentences + 11.8 * syllables / words - 15.59 + 5
 * }</pre>
 *
 * Syllables are counted by their vowels, as the ear hears most English words; numbers count as one. A formula sees
 * length, not sense: it finds what is surely too hard, and people find the rest.
 */
final class Readability {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}’'-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Pattern SILENT_ENDING = Pattern.compile("(?<=[a-z]{2})(?:(?<![lr])es|(?<![td])ed|(?<!l)e)$");

    private Readability() {}

    /** @param lines of text; the end of each ends a sentence */
    static double age(List<String> lines) {
        List<String> sentences = sentences(lines);
        double words = 0;
        double syllables = 0;
        for (String sentence : sentences) {
            List<String> inIt = words(sentence);
            words += inIt.size();
            syllables += inIt.stream().mapToInt(Readability::syllables).sum();
        }
        return 0.39 * words / sentences.size() + 11.8 * syllables / words - 15.59 + 5;
    }

    /** Those that have words, without what ends them. */
    static List<String> sentences(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Arrays.stream(line.split("[.?!:…]+(?=[\\s”’)]|$)")))
                .filter(sentence -> WORD.matcher(sentence).find())
                .toList();
    }

    static List<String> words(String text) {
        return WORD.matcher(text).results().map(found -> found.group()).toList();
    }

    static int syllables(String word) {
        String spoken = SILENT_ENDING
                .matcher(word.toLowerCase(Locale.ROOT).replaceAll("[’'].*", ""))
                .replaceFirst("");
        return Math.max(1, (int) VOWELS.matcher(spoken).results().count());
    }
}
