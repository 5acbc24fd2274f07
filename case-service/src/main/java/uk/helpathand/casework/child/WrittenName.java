package uk.helpathand.casework.child;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A name as it is compared: without case, accents, apostrophes and the marks of Arabic and Hebrew vowels, in parts. What
 * people join in one place and part in another (O Neill, Anne-Marie, van der Berg) is kept joined as well.
 *
 * @param parts in the order they stand in
 */
record WrittenName(List<String> parts) {

    /** Who writes more of them is found by the first. */
    private static final int MOST_PARTS = 6;

    private static final int LONGEST_PART = 40;
    private static final int LONGEST_PARTICLE = 3;

    private static final Pattern APOSTROPHES =
            Pattern.compile("['`\\u00B4\\u02B9-\\u02BF\\u2018-\\u201B\\u2032\\uFF07]");

    /** Accents; vowels and other marks of Hebrew and Arabic, and what only stretches an Arabic word. Not the vowels of India. */
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036F\\u1AB0-\\u1AFF\\u1DC0-\\u1DFF\\u20D0-\\u20FF"
            + "\\u0591-\\u05C7\\u0610-\\u061A\\u0640\\u064B-\\u065F\\u0670\\u06D6-\\u06ED]");

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern INITIAL = Pattern.compile("[a-z]");

    /** Letters that are no letter with a mark to Unicode, and are taken for one by people. */
    private static final Map<String, String> LIKE = Map.ofEntries(
            Map.entry("\u0142", "l"),
            Map.entry("\u00F8", "o"),
            Map.entry("\u0111", "d"),
            Map.entry("\u00F0", "d"),
            Map.entry("\u00FE", "th"),
            Map.entry("\u00E6", "ae"),
            Map.entry("\u0153", "oe"),
            Map.entry("\u0127", "h"),
            Map.entry("\u0259", "e"),
            Map.entry("\u03C2", "\u03C3"),
            Map.entry("\u0671", "\u0627"),
            Map.entry("\u0649", "\u064A"),
            Map.entry("\u06CC", "\u064A"),
            Map.entry("\u06A9", "\u0643"),
            Map.entry("\u0629", "\u0647"),
            Map.entry("\u06C1", "\u0647"),
            Map.entry("\u06BE", "\u0647"));

    /** Some neighbouring parts as one word, or one part by itself; where it begins and before which part it ends. */
    record Word(String text, int from, int to) {
        boolean isApartFrom(Word other) {
            return to <= other.from || other.to <= from;
        }

        boolean isOnePart() {
            return to - from == 1;
        }
    }

    static WrittenName of(String name) {
        String plain = Normalizer.normalize(APOSTROPHES.matcher(name).replaceAll(""), Normalizer.Form.NFKD);
        plain = MARKS.matcher(plain).replaceAll("");
        // Up before down: then the sharp s is two, and an i without a dot is an i.
        plain = plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
        for (var like : LIKE.entrySet()) {
            plain = plain.replace(like.getKey(), like.getValue());
        }
        plain = Normalizer.normalize(plain, Normalizer.Form.NFC);
        return new WrittenName(Arrays.stream(BETWEEN.split(plain))
                .filter(part -> !part.isEmpty())
                .limit(MOST_PARTS)
                .map(part -> part.length() > LONGEST_PART ? part.substring(0, LONGEST_PART) : part)
                .toList());
    }

    /** Names of one part each. */
    static List<String> all(String... names) {
        return Arrays.stream(names)
                .map(name -> String.join("", of(name).parts()))
                .distinct()
                .toList();
    }

    /** The whole name whatever the order of its parts and wherever it is joined; empty when there is nothing in it. */
    String whole() {
        return String.join(" ", parts.stream().sorted().toList());
    }

    /** Parts, and neighbours joined. An initial by itself says nothing, unless there is nothing else. */
    Set<Word> words() {
        var words = new LinkedHashSet<Word>();
        for (int from = 0; from < parts.size(); from++) {
            for (int to = from + 1; to <= Math.min(from + 3, parts.size()); to++) {
                if (to - from < 3 || areParticles(from, to - 1)) {
                    words.add(new Word(String.join("", parts.subList(from, to)), from, to));
                }
            }
        }
        var telling = new LinkedHashSet<>(words);
        telling.removeIf(word -> INITIAL.matcher(word.text()).matches());
        return telling.isEmpty() ? words : telling;
    }

    /** As in van der Berg. */
    private boolean areParticles(int from, int to) {
        return parts.subList(from, to).stream().allMatch(part -> part.length() <= LONGEST_PARTICLE);
    }

    /** Words that can stand in one name together. */
    List<List<Word>> pairs() {
        var words = new ArrayList<>(words());
        var pairs = new ArrayList<List<Word>>();
        for (int i = 0; i < words.size(); i++) {
            for (int j = i + 1; j < words.size(); j++) {
                if (words.get(i).isApartFrom(words.get(j))) {
                    pairs.add(List.of(words.get(i), words.get(j)));
                }
            }
        }
        return pairs;
    }
}
