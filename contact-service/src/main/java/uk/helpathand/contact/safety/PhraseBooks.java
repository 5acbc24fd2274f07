package uk.helpathand.contact.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import uk.helpathand.api.Urgency;

/**
 * All phrase files, whatever language a page was in: a child may write any language anywhere. A file is found by its name,
 * {@code safety/<language>.phrases}; nothing else has to know it.
 */
record PhraseBooks(Map<String, PhraseBook> byLanguage, LearnedWords learned) {

    private static final String PICTURES = "emoji";
    private static final String ENGLISH = "en";
    private static final String LEARNED = "safety/en.weights";

    static PhraseBooks ofResources() {
        var books = new LinkedHashMap<String, PhraseBook>();
        Stream.concat(Stream.of(PICTURES, ENGLISH), Arrays.stream(Locale.getISOLanguages()))
                .distinct()
                .forEach(language -> add(language, books));
        return new PhraseBooks(books, LearnedWords.ofResource(LEARNED));
    }

    private static void add(String language, Map<String, PhraseBook> books) {
        String name = "safety/" + language + ".phrases";
        try (InputStream stream = PhraseBooks.class.getClassLoader().getResourceAsStream(name)) {
            if (stream != null) {
                books.put(language, PhraseFile.read(name, stream));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes of what was found, each with how soon a person must look. */
    Map<String, Urgency> find(String text) {
        List<Word> words = Word.of(text);
        var found = new LinkedHashMap<String, Urgency>();
        byLanguage.values().forEach(book -> book.find(book.read(words))
                .forEach((code, urgency) -> found.merge(code, urgency, UrgencyRules::higher)));
        return found;
    }

    /** The same, with what the weight of the words alone says, for texts that no phrase was written for. */
    Map<String, Urgency> findAlsoByWords(String text) {
        List<Word> words = Word.of(text);
        var found = new LinkedHashMap<String, Urgency>();
        var byWords = new LinkedHashMap<String, Urgency>();
        byLanguage.forEach((language, book) -> {
            // Once: reading takes longer than all the rest.
            var reading = book.read(words);
            book.find(reading).forEach((code, urgency) -> found.merge(code, urgency, UrgencyRules::higher));
            if (language.equals(ENGLISH)) {
                byWords.putAll(learned.find(book.weighty(reading)));
            }
        });
        found.putAll(byWords);
        return found;
    }

    List<String> warnings(String text) {
        List<Word> words = Word.of(text);
        var found = new ArrayList<String>();
        byLanguage.values().forEach(book -> found.addAll(book.warnings(words)));
        return found.stream().distinct().sorted().toList();
    }
}
