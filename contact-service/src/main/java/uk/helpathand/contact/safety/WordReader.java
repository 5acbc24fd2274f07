package uk.helpathand.contact.safety;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads what was typed as the words a phrase book knows: text-speak, digits for letters, heeelp, k i l l. */
final class WordReader {

    private static final int SHORTEST_SPELT_OUT = 3;
    private static final int LONGEST_WORD = 14;
    private static final String VOWELS = "aeiou";

    private final Lexicon lexicon;
    private final Map<String, List<String>> same = new HashMap<>();
    private final Set<String> skipped = new HashSet<>();
    private final List<String> prefixes = new ArrayList<>();
    private final Misspellings misspellings = new Misspellings();
    private Familiar<List<String>> familiar = Familiar.nothing();

    WordReader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    void same(String typed, List<String> meant) {
        same.put(typed, meant);
    }

    void skip(String word) {
        skipped.add(word);
    }

    /** A short word that the language writes together with the next: {@code and}. */
    void prefix(String letters) {
        prefixes.add(letters);
    }

    /** An ordinary word that is no misspelling of another. */
    void rightlySpelt(String word) {
        misspellings.add(word);
    }

    /** From now on a word that nobody knows is read as the one it is a misspelling of. */
    void forgiveMisspellings() {
        lexicon.words().forEach(misspellings::add);
        skipped.forEach(misspellings::add);
        same.keySet().forEach(misspellings::add);
    }

    /** The words that this book has of itself. */
    Set<String> own() {
        var own = new HashSet<>(lexicon.words());
        own.addAll(same.keySet());
        own.addAll(skipped);
        own.addAll(misspellings.words());
        return own;
    }

    void remember(Set<String> words) {
        familiar = new Familiar<>(words);
    }

    Tokens read(List<Word> words) {
        var tokens = new Tokens();
        var seen = new HashMap<String, List<String>>();
        int at = 0;
        while (at < words.size()) {
            int end = endOfSpeltOut(words, at);
            if (end > at && joinSpeltOut(words.subList(at, end), tokens)) {
                at = end;
                continue;
            }
            for (int last = Math.max(at + 1, end); at < last; at++) {
                Word word = words.get(at);
                seen.computeIfAbsent(word.letters(), this::meant).forEach(meant -> tokens.add(meant, word.sentence()));
            }
        }
        return tokens;
    }

    /** A word of the phrase file itself, after its own {@code same} and {@code skip}. */
    List<String> written(String word) {
        return skipped.contains(word) ? List.of() : same.getOrDefault(word, List.of(word));
    }

    /** What one typed word stands for: no word, one or several. */
    private List<String> meant(String typed) {
        return familiar.get(typed, this::lookUp);
    }

    private List<String> lookUp(String typed) {
        List<String> known = known(typed);
        if (known != null) {
            return known;
        }
        for (String candidate : candidates(typed)) {
            known = known(candidate);
            if (known != null) {
                return known;
            }
        }
        if (!isWhole(typed)) {
            return split(typed);
        }
        String correct = misspellings.correct(typed);
        return correct == null ? List.of(typed) : knownOrItself(correct);
    }

    private List<String> knownOrItself(String word) {
        List<String> known = known(word);
        return known == null ? List.of(word) : known;
    }

    private List<String> known(String word) {
        if (skipped.contains(word)) {
            return List.of();
        }
        List<String> other = same.get(word);
        if (other != null) {
            return other;
        }
        return lexicon.knows(word) ? List.of(word) : lexicon.writtenTogether(word);
    }

    private List<String> candidates(String typed) {
        var candidates = new ArrayList<String>();
        if (Spelling.hasRun(typed)) {
            candidates.add(Spelling.folded(typed, 2));
            candidates.add(Spelling.folded(typed, 1));
        }
        String once = Spelling.once(typed);
        if (!once.equals(typed)) {
            candidates.add(once);
        }
        if (Spelling.hasLetterAndOther(typed)) {
            candidates.add(Spelling.withLettersForDigits(typed, 'i'));
            candidates.add(Spelling.withLettersForDigits(typed, 'l'));
            for (int i = 0; typed.indexOf('*') >= 0 && i < VOWELS.length(); i++) {
                candidates.add(typed.replace('*', VOWELS.charAt(i)));
            }
        }
        if (typed.endsWith("in")) {
            candidates.add(typed + "g");
        }
        for (String prefix : prefixes) {
            if (typed.length() > prefix.length() + 2 && typed.startsWith(prefix)) {
                candidates.add(typed.substring(prefix.length()));
            }
        }
        return candidates;
    }

    private static boolean isWhole(String typed) {
        return typed.codePoints().allMatch(Character::isLetterOrDigit) || typed.codePointCount(0, typed.length()) == 1;
    }

    /** {@code help!please} was no odd spelling: two words. */
    private List<String> split(String typed) {
        var words = new ArrayList<String>();
        for (String part : typed.split("[^\\p{L}\\p{Nd}]+")) {
            if (!part.isEmpty()) {
                words.addAll(meant(part));
            }
        }
        return words;
    }

    private static int endOfSpeltOut(List<Word> words, int from) {
        int at = from;
        while (at < words.size()
                && words.get(at).letters().length() == 1
                && Character.isLetterOrDigit(words.get(at).letters().charAt(0))) {
            at++;
        }
        return at - from >= SHORTEST_SPELT_OUT ? at : from;
    }

    /** Adds the words that the single letters spell, if enough of them spell words that the book knows. */
    private boolean joinSpeltOut(List<Word> letters, Tokens tokens) {
        var all = new StringBuilder();
        letters.forEach(letter -> all.append(letter.letters()));
        List<String> spelt = cut(Spelling.withLettersForDigits(all.toString(), 'i'));
        int inWords = spelt.stream()
                .mapToInt(String::length)
                .filter(length -> length >= SHORTEST_SPELT_OUT)
                .sum();
        if (inWords * 3 < all.length()) {
            return false;
        }
        int sentence = letters.get(0).sentence();
        spelt.forEach(word -> meant(word).forEach(meant -> tokens.add(meant, sentence)));
        return true;
    }

    /** Into the fewest pieces, each a known word or a letter alone. One look at each place: no text makes it slow. */
    private List<String> cut(String letters) {
        Map<String, Boolean> seen = new HashMap<>();
        int[] pieces = new int[letters.length() + 1];
        int[] start = new int[letters.length() + 1];
        for (int end = 1; end <= letters.length(); end++) {
            pieces[end] = pieces[end - 1] + 1;
            start[end] = end - 1;
            for (int from = Math.max(0, end - LONGEST_WORD); from < end - 1; from++) {
                if (pieces[from] + 1 < pieces[end]
                        && seen.computeIfAbsent(letters.substring(from, end), this::isKnown)) {
                    pieces[end] = pieces[from] + 1;
                    start[end] = from;
                }
            }
        }
        var cut = new ArrayDeque<String>();
        for (int end = letters.length(); end > 0; end = start[end]) {
            cut.addFirst(letters.substring(start[end], end));
        }
        return List.copyOf(cut);
    }

    private boolean isKnown(String word) {
        return same.containsKey(word) || lexicon.knows(word);
    }
}
