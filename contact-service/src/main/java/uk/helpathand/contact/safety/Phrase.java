package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import uk.helpathand.contact.safety.Lexicon.Occurrence;

/**
 * One line of a phrase file: groups of words one after the other, each within its distance of the one before, or all near
 * each other in any order. Matching takes a number of steps in proportion to how often the groups stand in the text.
 *
 * @param groups in order
 * @param gaps before each group but the first: how many other words may stand between
 * @param anywhere in any order, within {@link #NEAR} words, across sentences
 * @param first only as the first words of the whole text
 * @param last only as its last words
 */
record Phrase(List<Integer> groups, List<Integer> gaps, boolean anywhere, boolean first, boolean last) {

    /** Distances: {@code ;} is the very next word, side by side lets one other slip in, then {@code ..} and {@code ...}. */
    static final int NEXT = 0;

    static final int BESIDE = 1;

    static final int CLOSE = 4;
    static final int FAR = 12;
    static final int NEAR = 25;

    /** Never changed. */
    private static final BitSet NOWHERE = new BitSet();

    /** The places where it ends: the number of the word after its last. Words in {@code masked} do not count. */
    BitSet ends(List<List<Occurrence>> occurrences, Tokens tokens, BitSet masked) {
        if (lacksGroup(occurrences)) {
            return NOWHERE;
        }
        if (anywhere) {
            return endsAnywhere(occurrences, masked);
        }
        List<List<Occurrence>> reached = reached(occurrences, tokens, masked);
        var ends = new BitSet();
        reached.get(groups.size() - 1).forEach(occurrence -> ends.set(occurrence.end()));
        return ends;
    }

    /** Marks the words of every place where it stands, without those between. */
    void mark(List<List<Occurrence>> occurrences, Tokens tokens, BitSet marks) {
        if (lacksGroup(occurrences)) {
            return;
        }
        List<List<Occurrence>> reached = reached(occurrences, tokens, new BitSet());
        BitSet starts = null;
        for (int i = groups.size() - 1; i >= 0; i--) {
            var kept = new BitSet();
            for (Occurrence occurrence : reached.get(i)) {
                if (starts == null || leadsOn(occurrence, starts, gaps.get(i), tokens)) {
                    kept.set(occurrence.start());
                    marks.set(occurrence.start(), occurrence.end());
                }
            }
            starts = kept;
        }
    }

    /** Of nearly every phrase and nearly every text. */
    private boolean lacksGroup(List<List<Occurrence>> occurrences) {
        for (int i = 0; i < groups.size(); i++) {
            if (occurrences.get(groups.get(i)).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static boolean leadsOn(Occurrence occurrence, BitSet starts, int gap, Tokens tokens) {
        int next = starts.nextSetBit(occurrence.end());
        return next >= 0 && isWithin(occurrence.end(), next, gap, tokens);
    }

    /** For each group, where it stands with all groups before it in their places. */
    private List<List<Occurrence>> reached(List<List<Occurrence>> occurrences, Tokens tokens, BitSet masked) {
        List<List<Occurrence>> reached = new ArrayList<>();
        BitSet before = null;
        for (int i = 0; i < groups.size(); i++) {
            List<Occurrence> here = new ArrayList<>();
            var ends = new BitSet();
            for (Occurrence occurrence : occurrences.get(groups.get(i))) {
                if (isFree(occurrence, masked)
                        && follows(occurrence, before, i, tokens)
                        && (!last || i < groups.size() - 1 || occurrence.end() == tokens.size())) {
                    here.add(occurrence);
                    ends.set(occurrence.end());
                }
            }
            reached.add(here);
            before = ends;
        }
        return reached;
    }

    private boolean follows(Occurrence occurrence, BitSet before, int item, Tokens tokens) {
        if (item == 0) {
            return !first || occurrence.start() == 0;
        }
        int end = before.previousSetBit(occurrence.start());
        return end >= 0 && isWithin(end, occurrence.start(), gaps.get(item - 1), tokens);
    }

    private static boolean isWithin(int end, int start, int gap, Tokens tokens) {
        return start - end <= gap && (gap == FAR || gap == NEXT || tokens.sameSentence(end - 1, start));
    }

    private static boolean isFree(Occurrence occurrence, BitSet masked) {
        int next = masked.nextSetBit(occurrence.start());
        return next < 0 || next >= occurrence.end();
    }

    private BitSet endsAnywhere(List<List<Occurrence>> occurrences, BitSet masked) {
        var ends = new BitSet();
        List<BitSet> others = new ArrayList<>();
        for (int i = 1; i < groups.size(); i++) {
            var starts = new BitSet();
            occurrences.get(groups.get(i)).stream()
                    .filter(occurrence -> isFree(occurrence, masked))
                    .forEach(occurrence -> starts.set(occurrence.start()));
            others.add(starts);
        }
        for (Occurrence occurrence : occurrences.get(groups.get(0))) {
            if (isFree(occurrence, masked) && others.stream().allMatch(starts -> isNear(starts, occurrence))) {
                ends.set(occurrence.end());
            }
        }
        return ends;
    }

    private static boolean isNear(BitSet starts, Occurrence occurrence) {
        int next = starts.nextSetBit(occurrence.end());
        int before = occurrence.start() == 0 ? -1 : starts.previousSetBit(occurrence.start() - 1);
        return next >= 0 && next - occurrence.end() <= NEAR || before >= 0 && occurrence.start() - before <= NEAR;
    }
}
