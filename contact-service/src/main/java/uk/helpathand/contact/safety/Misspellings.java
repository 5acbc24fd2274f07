package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the one word that a misspelt word stands for: one letter wrong, missing or too many, or two that changed places.
 * The first letter must be right, or change places with the second. Every look-up is by hash.
 */
final class Misspellings {

    /** Shorter words have too many neighbours. */
    private static final int SHORTEST = 5;

    private static final int SHORTEST_CHANGED_PLACES = 4;
    private static final int LONGEST = 20;

    private final Map<String, List<String>> byVariant = new HashMap<>();
    private final Set<String> words = new HashSet<>();

    void add(String word) {
        if (canBeRead(word, SHORTEST_CHANGED_PLACES) && words.add(word)) {
            variants(word).forEach(variant -> byVariant
                    .computeIfAbsent(variant, key -> new ArrayList<>(1))
                    .add(word));
        }
    }

    Set<String> words() {
        return words;
    }

    /** Null for what is right, too short, or may stand for more than one word. */
    String correct(String typed) {
        if (!canBeRead(typed, SHORTEST_CHANGED_PLACES) || words.contains(typed)) {
            return null;
        }
        String changed = withPlacesChanged(typed);
        return changed != null || typed.length() < SHORTEST ? changed : oneLetterAway(typed);
    }

    private String withPlacesChanged(String typed) {
        var letters = new StringBuilder(typed);
        String found = null;
        for (int i = 1; i < typed.length(); i++) {
            letters.setCharAt(i - 1, typed.charAt(i));
            letters.setCharAt(i, typed.charAt(i - 1));
            String word = letters.toString();
            if (words.contains(word)) {
                if (found != null) {
                    return null;
                }
                found = word;
            }
            letters.setCharAt(i - 1, typed.charAt(i - 1));
            letters.setCharAt(i, typed.charAt(i));
        }
        return found;
    }

    private String oneLetterAway(String typed) {
        var found = new HashSet<String>();
        for (String variant : variants(typed)) {
            for (String word : byVariant.getOrDefault(variant, List.of())) {
                if (isOneLetterAway(typed, word)) {
                    found.add(word);
                }
            }
        }
        return found.size() == 1 ? found.iterator().next() : null;
    }

    /** The word, and the word without each of its letters but the first. */
    private static List<String> variants(String word) {
        List<String> variants = new ArrayList<>(word.length());
        variants.add(word);
        for (int i = 1; i < word.length(); i++) {
            variants.add(word.substring(0, i) + word.substring(i + 1));
        }
        return variants;
    }

    private static boolean isOneLetterAway(String one, String other) {
        int shorter = Math.min(one.length(), other.length());
        int head = 0;
        while (head < shorter && one.charAt(head) == other.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shorter - head
                && one.charAt(one.length() - 1 - tail) == other.charAt(other.length() - 1 - tail)) {
            tail++;
        }
        return Math.max(one.length(), other.length()) - head - tail <= 1;
    }

    private static boolean canBeRead(String word, int shortest) {
        boolean canBeRead = word.length() >= shortest && word.length() <= LONGEST;
        for (int i = 0; canBeRead && i < word.length(); i++) {
            canBeRead = Character.isLetter(word.charAt(i));
        }
        return canBeRead;
    }
}
