package uk.helpathand.contact.safety;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.helpathand.api.Urgency;

/**
 * How much each word, and each two words side by side, weighs for danger: learned from the messages written for tuning. It
 * sees what no phrase was written for, and names no kind of danger. docs/danger-screening.md says how to learn again.
 */
final class LearnedWords {

    static final String DANGER = "danger-by-its-words";
    static final String TODAY = "high-by-its-words";

    /** Words that are weighed together; a message is read in such pieces, so that a long one hides nothing. */
    private static final int WINDOW = 48;

    private static final int STEP = 24;

    /** Words and pairs that are known: a few small words say nothing, and phrases see what is short. */
    static final int FEWEST_KNOWN = 12;

    /** The weight that every text starts with, less what it takes to be reported. */
    static final String START = "=";

    /** What is taken off where a text has several pieces: each is a chance more to be wrong. */
    static final String SEVERAL = "+";

    /** For danger now, and for what a person must see today. */
    record Weights(double danger, double today) {

        Weights plus(Weights other) {
            return new Weights(danger + other.danger, today + other.today);
        }

        Weights times(double factor) {
            return new Weights(danger * factor, today * factor);
        }
    }

    private final Map<String, Weights> weights = new HashMap<>();

    private LearnedWords() {}

    static LearnedWords ofResource(String name) {
        var learned = new LearnedWords();
        try (InputStream stream = LearnedWords.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                return learned;
            }
            new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .forEach(parts -> learned.weights.put(
                            parts[0], new Weights(Double.parseDouble(parts[1]), Double.parseDouble(parts[2]))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return learned;
    }

    /** The pieces that a text is weighed in, each as its words and each two side by side. */
    static List<Set<String>> pieces(Tokens tokens) {
        List<Set<String>> pieces = new ArrayList<>();
        for (int from = 0; from == 0 || from + STEP < tokens.size(); from += STEP) {
            pieces.add(features(tokens, from, Math.min(tokens.size(), from + WINDOW)));
        }
        return pieces;
    }

    private static Set<String> features(Tokens tokens, int from, int to) {
        Set<String> features = new HashSet<>();
        for (int at = from; at < to; at++) {
            features.add(tokens.word(at));
            if (at + 1 < to) {
                features.add(tokens.word(at) + " " + tokens.word(at + 1));
            }
        }
        return features;
    }

    /** Each that weighs, alone or beside another. */
    Set<String> words() {
        Set<String> words = new HashSet<>();
        weights.keySet().forEach(feature -> words.addAll(List.of(feature.split(" "))));
        return words;
    }

    Map<String, Urgency> find(Tokens tokens) {
        Map<String, Urgency> found = new LinkedHashMap<>();
        if (weights.isEmpty()) {
            return found;
        }
        List<Set<String>> pieces = pieces(tokens);
        Weights takenOff = pieces.size() > 1 ? weights.get(SEVERAL) : new Weights(0, 0);
        for (Set<String> piece : pieces) {
            Weights weight = weigh(piece).plus(takenOff);
            if (weight.danger > 0) {
                found.put(DANGER, Urgency.IMMEDIATE);
            }
            if (weight.today > 0) {
                found.put(TODAY, Urgency.HIGH);
            }
        }
        return found;
    }

    private Weights weigh(Set<String> features) {
        var sum = new Weights(0, 0);
        int known = 0;
        for (String feature : features) {
            Weights weight = weights.get(feature);
            if (weight != null) {
                sum = sum.plus(weight);
                known++;
            }
        }
        return known < FEWEST_KNOWN
                ? new Weights(0, 0)
                : sum.times(1 / Math.sqrt(known)).plus(weights.get(START));
    }
}
