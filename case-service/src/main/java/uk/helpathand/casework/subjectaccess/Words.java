package uk.helpathand.casework.subjectaccess;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Codes in words that a child understands (UK GDPR article 12(1)), from {@code words.properties}. A code without words stands for
 * itself: a copy with a strange word in it is better than none.
 */
final class Words {

    private static final Properties WORDS = read();

    private Words() {}

    /** @param code one or several; null stays null */
    static String of(String list, Object code) {
        if (code == null) {
            return null;
        }
        if (code instanceof Object[] several) {
            return of(list, Arrays.asList(several));
        }
        if (code instanceof List<?> several) {
            return several.stream().map(one -> of(list, one)).collect(Collectors.joining(Plain.BETWEEN));
        }
        return WORDS.getProperty(list + "." + code, code.toString());
    }

    static boolean has(String list, String code) {
        return WORDS.containsKey(list + "." + code);
    }

    /** The English name of a language. @param tag of BCP 47; null stays null, and one that Java does not know stands for itself */
    static String language(Object tag) {
        if (tag == null) {
            return null;
        }
        Locale language = Locale.forLanguageTag(tag.toString());
        String name = language.getDisplayLanguage(Locale.UK);
        return name.isEmpty() || name.equals(language.getLanguage()) ? tag.toString() : name;
    }

    private static Properties read() {
        var words = new Properties();
        try (Reader file =
                new InputStreamReader(Words.class.getResourceAsStream("words.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }
}
