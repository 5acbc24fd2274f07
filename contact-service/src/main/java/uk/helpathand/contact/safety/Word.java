package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.List;

/**
 * One word or emoji of a text, in plain spelling.
 *
 * @param sentence the number of the sentence it stands in
 * @param apart whether more than one space stood before it, as between words that are spelt out letter by letter
 */
record Word(String letters, int sentence, boolean apart) {

    private static final int LONGEST = 60;
    private static final String ENDS_SENTENCE = ".!?؟۔。\n\r";
    private static final String FOR_LETTERS = "@$!|*+€£";

    /** Cuts a text into words. */
    static List<Word> of(String text) {
        return new Cutter(Spelling.plain(text)).cut();
    }

    private static final class Cutter {

        private final int[] letters;
        private final List<Word> words = new ArrayList<>();
        private final StringBuilder word = new StringBuilder();
        private int sentence;
        private int spaces;

        Cutter(String plain) {
            letters = plain.codePoints().toArray();
        }

        List<Word> cut() {
            for (int at = 0; at < letters.length; at++) {
                take(at);
            }
            end();
            return words;
        }

        private void take(int at) {
            int letter = letters[at];
            if (Character.isLetterOrDigit(letter) || standsForLetter(at)) {
                word.appendCodePoint(letter);
            } else if (letter == '/' && isSingle(at)) {
                return;
            } else if (isPicture(letter)) {
                end();
                word.appendCodePoint(letter);
                end();
            } else {
                end();
                if (ENDS_SENTENCE.indexOf(letter) >= 0 && endsSentence(at)) {
                    sentence++;
                }
                spaces++;
            }
        }

        /** A dot within a number, an address or letters spelt out ends nothing. */
        private boolean endsSentence(int at) {
            return letters[at] != '.' || at + 1 == letters.length || !Character.isLetterOrDigit(letters[at + 1]);
        }

        /** {@code k!ll}, {@code su*cide}. */
        private boolean standsForLetter(int at) {
            return FOR_LETTERS.indexOf(letters[at]) >= 0
                    && at > 0
                    && at + 1 < letters.length
                    && (Character.isLetterOrDigit(letters[at - 1]) || FOR_LETTERS.indexOf(letters[at - 1]) >= 0)
                    && !word.isEmpty()
                    && (Character.isLetterOrDigit(letters[at + 1]) || FOR_LETTERS.indexOf(letters[at + 1]) >= 0);
        }

        /** {@code s/h}. */
        private boolean isSingle(int at) {
            return word.length() == 1
                    && at + 1 < letters.length
                    && Character.isLetter(letters[at + 1])
                    && (at + 2 == letters.length || !Character.isLetterOrDigit(letters[at + 2]));
        }

        private static boolean isPicture(int letter) {
            return letter > 0x2190 && Character.getType(letter) == Character.OTHER_SYMBOL;
        }

        private void end() {
            if (!word.isEmpty()) {
                String whole = word.length() > LONGEST ? word.substring(0, LONGEST) : word.toString();
                words.add(new Word(Spelling.unmixed(whole), sentence, spaces > 1));
                word.setLength(0);
                spaces = 0;
            }
        }
    }
}
