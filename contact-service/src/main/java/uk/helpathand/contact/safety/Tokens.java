package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.List;

/** A text as one phrase book reads it: words with the number of their sentence. */
final class Tokens {

    private final List<String> words = new ArrayList<>();
    private final List<Integer> sentences = new ArrayList<>();

    void add(String word, int sentence) {
        words.add(word);
        sentences.add(sentence);
    }

    int size() {
        return words.size();
    }

    String word(int at) {
        return words.get(at);
    }

    int sentence(int at) {
        return sentences.get(at);
    }

    boolean sameSentence(int one, int other) {
        return sentences.get(one).equals(sentences.get(other));
    }
}
