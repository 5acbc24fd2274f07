package uk.helpathand.contact.safety;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.safety.PhraseBook.Reading;

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
        var learned = LearnedWords.ofResource(LEARNED);
        var familiar = new HashSet<>(learned.words());
        books.values().forEach(book -> familiar.addAll(book.words()));
        books.values().forEach(book -> book.remember(familiar));
        return new PhraseBooks(books, learned);
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

    /** The codes of what was found, each with how soon a person must look: by phrases, and by the weight of the words. */
    Map<String, Urgency> find(String text) {
        return find(text, true);
    }

    /** By phrases alone: for texts put together from several, whose words have been weighed one by one. */
    Map<String, Urgency> findByPhrases(String text) {
        return find(text, false);
    }

    private Map<String, Urgency> find(String text, boolean byWeight) {
        List<Word> words = Word.of(text);
        var found = new LinkedHashMap<String, Urgency>();
        byLanguage.forEach((language, book) -> {
            Reading reading = book.read(words);
            book.find(reading).forEach((code, urgency) -> found.merge(code, urgency, UrgencyRules::higher));
            if (byWeight && language.equals(ENGLISH)) {
                found.putAll(learned.find(book.weighty(reading)));
            }
        });
        return found;
    }

    List<String> warnings(String text) {
        List<Word> words = Word.of(text);
        var found = new ArrayList<String>();
        byLanguage.values().forEach(book -> found.addAll(book.warnings(book.read(words))));
        return found.stream().distinct().sorted().toList();
    }
}
