package uk.helpathand.contact.sms;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words to which networks and providers give a meaning of their own, and which a frightened child types too. Only as the one
 * word of a text: "please stop him hurting me" is no such word (STANDARDS 1.2, trap 8). From {@code sms/keywords.properties}.
 */
@ApplicationScoped
class Keywords {

    /** What a word asks for. */
    enum Meaning {
        STOP,
        START,
        HELP
    }

    private static final String FILE = "sms/keywords.properties";
    private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{M}\\p{Nd}]+|[^\\p{L}\\p{M}\\p{Nd}]+$");

    private final Map<Meaning, Set<String>> words = new EnumMap<>(Meaning.class);

    Keywords() {
        var file = new Properties();
        try (var reader = new InputStreamReader(
                Keywords.class.getClassLoader().getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            file.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (Meaning meaning : Meaning.values()) {
            words.put(meaning, new HashSet<>());
        }
        file.stringPropertyNames().forEach(name -> {
            Meaning meaning = Meaning.valueOf(name.split("\\.")[0].toUpperCase(Locale.ROOT));
            for (String word : file.getProperty(name).split(",")) {
                words.get(meaning).add(plain(word));
            }
        });
    }

    Optional<Meaning> of(String text) {
        if (text.length() > 40) {
            return Optional.empty();
        }
        String word = plain(text);
        return words.entrySet().stream()
                .filter(entry -> entry.getValue().contains(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private static String plain(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return AROUND.matcher(composed).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
