package uk.helpathand.casework.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.commons.codec.language.DoubleMetaphone;

/**
 * How a word of a name sounds: its Double Metaphone, both of them where it may be said in two ways, and the group of a list of
 * names that sound alike and are coded apart (ADR 0021). What is not written in Latin letters sounds as it is written.
 */
final class Sounds {

    /** Longer than usual, or Christina and Christopher would be one. */
    private static final int LONGEST_CODE = 8;

    private static final String LIST = "/names/sound-alike.txt";
    private static final Pattern LATIN = Pattern.compile("[a-z]+");
    private static final DoubleMetaphone METAPHONE = metaphone();
    private static final Map<String, String> GROUPS = groups();

    private Sounds() {}

    /** At least one, never empty; equal for words that sound alike. */
    static Set<String> of(String word) {
        var sounds = new LinkedHashSet<>(codes(word));
        String group = GROUPS.get(word);
        if (group != null) {
            sounds.add("~" + group);
        }
        return sounds;
    }

    /** Without the list. */
    static Set<String> codes(String word) {
        var codes = new LinkedHashSet<String>();
        if (LATIN.matcher(word).matches()) {
            codes.add(METAPHONE.doubleMetaphone(word, false));
            codes.add(METAPHONE.doubleMetaphone(word, true));
            codes.removeIf(code -> code == null || code.isEmpty());
        }
        if (codes.isEmpty()) {
            codes.add("=" + word);
        }
        return codes;
    }

    /** The lines of the list, each as it is compared. */
    static List<List<String>> lists() {
        try (var lines = new BufferedReader(
                new InputStreamReader(Sounds.class.getResourceAsStream(LIST), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> WrittenName.all(line.split("\\s+")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DoubleMetaphone metaphone() {
        var metaphone = new DoubleMetaphone();
        metaphone.setMaxCodeLen(LONGEST_CODE);
        return metaphone;
    }

    private static Map<String, String> groups() {
        var groups = new HashMap<String, String>();
        for (List<String> alike : lists()) {
            for (String name : alike) {
                if (groups.put(name, alike.get(0)) != null) {
                    throw new IllegalStateException("twice in the list of names that sound alike: " + name);
                }
            }
        }
        return Map.copyOf(groups);
    }
}
