package uk.helpathand.contact.safety;

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import uk.helpathand.api.Urgency;
import uk.helpathand.contact.safety.Lexicon.Occurrence;

/**
 * The phrases of one language, ready to look for.
 */
record PhraseBook(Lexicon lexicon, WordReader reader, List<Reason> reasons, Exceptions exceptions) {

    /** Danger that somebody tells of as long over: worth a look today, not an alarm. */
    static final String PAST_DANGER = "high-danger-in-the-past";

    /**
     * One reason with its phrases.
     *
     * @param warning whether staff see the text behind a content warning
     * @param unless phrases whose words do not count for this reason
     */
    record Reason(String code, Urgency urgency, boolean warning, List<Phrase> phrases, List<Phrase> unless) {}

    /**
     * What takes meaning away from words that otherwise mean danger.
     *
     * @param harmless words that count for nothing: {@code dying to see}
     * @param past what says that a sentence is about years ago
     * @param now what says that it is about now all the same
     * @param told what says that a sentence is about a lesson, a film, a game or figures, and nobody's danger
     * @param real what says that it is about somebody's danger all the same
     */
    record Exceptions(
            List<Phrase> harmless, List<Phrase> past, List<Phrase> now, List<Phrase> told, List<Phrase> real) {}

    /** A text as this book reads it: its words, and where those that the book knows stand. */
    record Reading(Tokens tokens, List<List<Occurrence>> occurrences) {

        /** It holds no word of this book, so that no phrase can stand in it. */
        boolean isForeign() {
            return occurrences.isEmpty();
        }
    }

    /** The words that it has of itself. */
    Set<String> words() {
        return reader.own();
    }

    /** @param words whose reading is worth remembering; see {@link Familiar} */
    void remember(Set<String> words) {
        reader.remember(words);
        lexicon.remember(words);
    }

    Reading read(List<Word> text) {
        Tokens tokens = reader.read(text);
        return new Reading(tokens, lexicon.occurrences(tokens));
    }

    /** What was found: the code of each reason with how soon a person must look. */
    Map<String, Urgency> find(Reading text) {
        return find(text, false);
    }

    /** The codes of content warnings. */
    List<String> warnings(Reading text) {
        return List.copyOf(find(text, true).keySet());
    }

    /** What of a text weighs: not what was long ago, and not a lesson, a film or a game. */
    Tokens weighty(Reading text) {
        if (text.isForeign()) {
            return text.tokens;
        }
        Tokens tokens = text.tokens;
        List<List<Occurrence>> occurrences = text.occurrences;
        BitSet left = sentences(exceptions.past, exceptions.now, occurrences, tokens);
        left.or(sentences(exceptions.told, exceptions.real, occurrences, tokens));
        var weighty = new Tokens();
        for (int at = 0; at < tokens.size(); at++) {
            if (!left.get(tokens.sentence(at))) {
                weighty.add(tokens.word(at), tokens.sentence(at));
            }
        }
        return weighty;
    }

    private Map<String, Urgency> find(Reading text, boolean warnings) {
        if (text.isForeign()) {
            return Map.of();
        }
        Tokens tokens = text.tokens;
        List<List<Occurrence>> occurrences = text.occurrences;
        BitSet masked = marks(exceptions.harmless, occurrences, tokens);
        BitSet over = sentences(exceptions.past, exceptions.now, occurrences, tokens);
        BitSet onlyTold = sentences(exceptions.told, exceptions.real, occurrences, tokens);
        var found = new LinkedHashMap<String, Urgency>();
        for (Reason reason : reasons) {
            if (warnings ? !reason.warning : reason.urgency == Urgency.STANDARD) {
                continue;
            }
            BitSet reasonMasked = marks(reason.unless, occurrences, tokens);
            reasonMasked.or(masked);
            var ends = new BitSet();
            reason.phrases.forEach(phrase -> ends.or(phrase.ends(occurrences, tokens, reasonMasked)));
            if (!warnings) {
                clear(ends, onlyTold, tokens);
            }
            if (ends.isEmpty()) {
                continue;
            }
            boolean isOver = reason.urgency == Urgency.IMMEDIATE
                    && ends.stream().allMatch(end -> over.get(tokens.sentence(end - 1)));
            found.put(isOver ? PAST_DANGER : reason.code, isOver ? Urgency.HIGH : reason.urgency);
        }
        return found;
    }

    private static BitSet marks(List<Phrase> phrases, List<List<Occurrence>> occurrences, Tokens tokens) {
        var marks = new BitSet();
        phrases.forEach(phrase -> phrase.mark(occurrences, tokens, marks));
        return marks;
    }

    private static void clear(BitSet ends, BitSet sentences, Tokens tokens) {
        for (int end = ends.nextSetBit(0); end >= 0; end = ends.nextSetBit(end + 1)) {
            if (sentences.get(tokens.sentence(end - 1))) {
                ends.clear(end);
            }
        }
    }

    /** The sentences where one of the phrases stands, and none of those that speak against it. */
    private static BitSet sentences(
            List<Phrase> phrases, List<Phrase> against, List<List<Occurrence>> occurrences, Tokens tokens) {
        BitSet sentences = sentences(phrases, occurrences, tokens);
        sentences.andNot(sentences(against, occurrences, tokens));
        return sentences;
    }

    private static BitSet sentences(List<Phrase> phrases, List<List<Occurrence>> occurrences, Tokens tokens) {
        var sentences = new BitSet();
        marks(phrases, occurrences, tokens).stream().forEach(at -> sentences.set(tokens.sentence(at)));
        return sentences;
    }
}
