package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words a phrase book knows, and where they stand in a text. A word of the book is exact, {@code begin*},
 * {@code *within*}, {@code ~nearly} (one letter wrong) or {@code #} (a number). Every look-up is by hash: no text can make
 * it slow.
 */
final class Lexicon {

    private static final int[] NONE = {};
    private static final int SHORTEST_BEGINNING = 2;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 12;
    private static final int SHORTEST_TOGETHER = 6;

    /** One spelling of a group: the ids of its words in order. */
    private record Term(int[] words, int group) {}

    /** Where a spelling of a group stands. */
    record Occurrence(int start, int end) {}

    private final Map<String, Integer> exact = new HashMap<>();
    private final Map<String, Integer> beginnings = new HashMap<>();
    private final Set<String> starts = new HashSet<>();
    private final Set<String> heads = new HashSet<>();
    private final Map<String, Integer> parts = new HashMap<>();
    private final Map<String, Integer> nearlyIds = new HashMap<>();
    private final Map<String, List<Integer>> nearly = new HashMap<>();
    private final Map<String, List<String>> writtenTogether = new HashMap<>();
    private final Map<String, String> also = new HashMap<>();
    private final Map<Integer, List<Term>> ofOneWord = new HashMap<>();

    /** Of two and more, by the first two: the small words that begin very many are looked at together with the next. */
    private final Map<Long, List<Term>> byFirstTwo = new HashMap<>();

    /** Ids of the words that this service knows of itself. */
    private Familiar<int[]> known = Familiar.nothing();

    private int ids;
    private int number = -1;
    private int groups;

    int newGroup() {
        return groups++;
    }

    /** @param words as they stand in the phrase file, in plain spelling but for their mark */
    void add(int group, List<String> words) {
        int[] term = words.stream().mapToInt(this::idOf).toArray();
        if (term.length == 1) {
            ofOneWord.computeIfAbsent(term[0], first -> new ArrayList<>(1)).add(new Term(term, group));
        } else {
            byFirstTwo
                    .computeIfAbsent(firstTwo(term[0], term[1]), two -> new ArrayList<>(1))
                    .add(new Term(term, group));
        }
        String together = String.join("", words);
        if (words.size() > 1
                && together.length() >= SHORTEST_TOGETHER
                && together.chars().allMatch(Character::isLetter)) {
            writtenTogether.put(together, List.copyOf(words));
        }
    }

    /** {@code kill, myself} for {@code killmyself}; null for what the book does not have. */
    List<String> writtenTogether(String word) {
        return writtenTogether.get(word);
    }

    private int idOf(String word) {
        if (word.equals("#")) {
            number = number < 0 ? ids++ : number;
            return number;
        }
        if (word.startsWith("~")) {
            return idOfNearly(word.substring(1));
        }
        if (word.startsWith("*")) {
            return parts.computeIfAbsent(word.replace("*", ""), part -> ids++);
        }
        if (word.endsWith("*")) {
            String beginning = word.substring(0, word.length() - 1);
            if (beginning.length() >= SHORTEST_BEGINNING) {
                starts.add(beginning.substring(0, SHORTEST_BEGINNING));
            }
            if (beginning.length() >= SHORTEST_PART) {
                heads.add(beginning.substring(0, SHORTEST_PART));
            }
            return beginnings.computeIfAbsent(beginning, part -> ids++);
        }
        return exact.computeIfAbsent(word, whole -> ids++);
    }

    private int idOfNearly(String word) {
        return nearlyIds.computeIfAbsent(word, key -> {
            int id = ids++;
            withOneLetterLess(key).forEach(variant -> nearly.computeIfAbsent(variant, list -> new ArrayList<>())
                    .add(id));
            return id;
        });
    }

    /** Two words that share one of these differ by one letter, or by two that have changed places. */
    private static List<String> withOneLetterLess(String word) {
        var variants = new ArrayList<String>();
        variants.add(word);
        for (int i = 1; i < word.length(); i++) {
            variants.add(word.substring(0, i) + word.substring(i + 1));
        }
        return variants;
    }

    /** {@code 2} may stand for {@code to}, and for itself. */
    void also(String typed, String meant) {
        also.put(typed, meant);
    }

    /** The words that stand exactly so in the book. */
    Set<String> words() {
        return exact.keySet();
    }

    void remember(Set<String> words) {
        known = new Familiar<>(words);
    }

    boolean knows(String word) {
        return exact.containsKey(word) || beginsAs(word);
    }

    private boolean beginsAs(String word) {
        if (word.length() < SHORTEST_PART || !heads.contains(word.substring(0, SHORTEST_PART))) {
            return false;
        }
        for (int length = SHORTEST_PART; length <= word.length(); length++) {
            if (beginnings.containsKey(word.substring(0, length))) {
                return true;
            }
        }
        return false;
    }

    private int[] idsOf(String word) {
        var found = new BitSet();
        mark(exact.get(word), found);
        mark(exact.get(also.get(word)), found);
        boolean mayBegin =
                word.length() >= SHORTEST_BEGINNING && starts.contains(word.substring(0, SHORTEST_BEGINNING));
        for (int length = SHORTEST_BEGINNING; mayBegin && length <= word.length(); length++) {
            mark(beginnings.get(word.substring(0, length)), found);
        }
        if (!parts.isEmpty()) {
            markParts(word, found);
        }
        if (word.length() >= SHORTEST_PART && !nearly.isEmpty()) {
            withOneLetterLess(word)
                    .forEach(variant -> nearly.getOrDefault(variant, List.of()).forEach(found::set));
        }
        if (number >= 0 && word.chars().allMatch(Character::isDigit)) {
            found.set(number);
        }
        int[] all = new int[found.cardinality()];
        for (int i = 0, id = found.nextSetBit(0); id >= 0; id = found.nextSetBit(id + 1)) {
            all[i++] = id;
        }
        return all;
    }

    private void markParts(String word, BitSet found) {
        for (int from = 0; from <= word.length() - SHORTEST_PART; from++) {
            int longest = Math.min(word.length(), from + LONGEST_PART);
            for (int to = from + SHORTEST_PART; to <= longest; to++) {
                mark(parts.get(word.substring(from, to)), found);
            }
        }
    }

    private static void mark(Integer id, BitSet found) {
        if (id != null) {
            found.set(id);
        }
    }

    /** For each group, where its spellings stand, in order; no list at all where none stands. */
    List<List<Occurrence>> occurrences(Tokens tokens) {
        int[][] idsAt = new int[tokens.size()][];
        var seen = new HashMap<String, int[]>();
        for (int at = 0; at < tokens.size(); at++) {
            idsAt[at] = seen.computeIfAbsent(tokens.word(at), word -> known.get(word, this::idsOf));
        }
        var found = new Found(groups);
        for (int at = 0; at < tokens.size(); at++) {
            for (int id : idsAt[at]) {
                add(ofOneWord.getOrDefault(id, List.of()), at, idsAt, tokens, found);
                for (int next : at + 1 < idsAt.length ? idsAt[at + 1] : NONE) {
                    add(byFirstTwo.getOrDefault(firstTwo(id, next), List.of()), at, idsAt, tokens, found);
                }
            }
        }
        return found.byGroup();
    }

    /** Spread, because the halves of a Long cancel each other out in its hash. There are fewer words than the prime. */
    private static long firstTwo(int one, int two) {
        return one * 1_048_583L + two;
    }

    private static void add(List<Term> terms, int at, int[][] idsAt, Tokens tokens, Found found) {
        for (Term term : terms) {
            if (stands(term, at, idsAt, tokens)) {
                found.add(term.group, new Occurrence(at, at + term.words.length));
            }
        }
    }

    private static boolean stands(Term term, int at, int[][] idsAt, Tokens tokens) {
        int end = at + term.words.length;
        if (end > idsAt.length || !tokens.sameSentence(at, end - 1)) {
            return false;
        }
        for (int i = 2; i < term.words.length; i++) {
            if (Arrays.binarySearch(idsAt[at + i], term.words[i]) < 0) {
                return false;
            }
        }
        return true;
    }
}
