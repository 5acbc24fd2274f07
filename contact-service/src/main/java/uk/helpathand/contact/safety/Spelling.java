package uk.helpathand.contact.safety;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Letters as a reader takes them, whatever was typed for them: the same for every language and for the phrase files. */
final class Spelling {

    private static final String APOSTROPHES = "'’‘ʼ`´′＇";
    private static final int SHORTEST_SAID_AGAIN = 3;
    private static final int FIRST_REGIONAL = 0x1F1E6;
    private static final int LAST_REGIONAL = 0x1F1FF;
    private static final int FIRST_SKIN_TONE = 0x1F3FB;
    private static final int LAST_SKIN_TONE = 0x1F3FF;

    /** Letters that no decomposition makes plain. */
    private static final Map<Integer, String> PLAIN =
            pairs("łl øo đd ħh ıi ðd þt ŧt ىي ةه کك یي ەه ھه ٱا ټت ڤف گك چج پب");

    /** Letters of other alphabets that look like Latin ones; read so only within a word that has Latin letters too. */
    private static final Map<Integer, String> LOOK_ALIKE =
            pairs("аa еe оo рp сc хx уy іi ѕs јj кk мm тt вb нh ԁd ԛq ѡw αa εe οo ιi υu νv τt κk ρp χx ηn ωw ɑa ɡg ɩi");

    private Spelling() {}

    /** Lower case, without marks, invisible characters and apostrophes, digits as 0 to 9. */
    static String plain(String text) {
        String composed = Normalizer.normalize(withoutApostrophes(text), Normalizer.Form.NFKC);
        String bare = Normalizer.normalize(composed.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var plain = new StringBuilder(bare.length());
        bare.codePoints().forEach(letter -> append(letter, plain));
        return plain.toString();
    }

    private static String withoutApostrophes(String text) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (APOSTROPHES.indexOf(text.charAt(i)) < 0) {
                kept.append(text.charAt(i));
            }
        }
        return kept.toString();
    }

    private static void append(int letter, StringBuilder plain) {
        if (letter >= FIRST_REGIONAL && letter <= LAST_REGIONAL) {
            plain.append((char) ('a' + letter - FIRST_REGIONAL));
        } else if (letter == '\u0640' || letter >= FIRST_SKIN_TONE && letter <= LAST_SKIN_TONE) {
            return;
        } else {
            switch (Character.getType(letter)) {
                case Character.NON_SPACING_MARK,
                        Character.ENCLOSING_MARK,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.PRIVATE_USE -> {
                    return;
                }
                case Character.DECIMAL_DIGIT_NUMBER -> plain.append(Character.digit(letter, 10));
                default -> plain.append(PLAIN.getOrDefault(letter, Character.toString(letter)));
            }
        }
    }

    /** One word, with look-alikes of another alphabet read as Latin when it is a mix. */
    static String unmixed(String word) {
        if (word.chars().noneMatch(letter -> letter >= 'a' && letter <= 'z')
                || word.chars().allMatch(letter -> letter < 128)) {
            return word;
        }
        return word.codePoints()
                .mapToObj(letter -> LOOK_ALIKE.getOrDefault(letter, Character.toString(letter)))
                .collect(Collectors.joining());
    }

    /** {@code heeeelp} with at most so many of one letter in a row. */
    static String folded(String word, int atMost) {
        var folded = new StringBuilder(word.length());
        int run = 0;
        for (int i = 0; i < word.length(); i++) {
            run = i > 0 && word.charAt(i) == word.charAt(i - 1) ? run + 1 : 1;
            if (run <= atMost) {
                folded.append(word.charAt(i));
            }
        }
        return folded.toString();
    }

    /** {@code plzplzplz} as it is said once; other words as they are. */
    static String once(String word) {
        for (int length = SHORTEST_SAID_AGAIN; length <= word.length() / 2; length++) {
            if (word.length() % length == 0
                    && word.substring(0, length).repeat(word.length() / length).equals(word)) {
                return word.substring(0, length);
            }
        }
        return word;
    }

    private static Map<Integer, String> pairs(String list) {
        return java.util.Arrays.stream(list.split(" "))
                .collect(Collectors.toUnmodifiableMap(pair -> pair.codePointAt(0), pair -> pair.substring(1)));
    }

    /** The same letter three times and more: {@code heeelp}. */
    static boolean hasRun(String typed) {
        for (int i = 2; i < typed.length(); i++) {
            if (typed.charAt(i) == typed.charAt(i - 1) && typed.charAt(i) == typed.charAt(i - 2)) {
                return true;
            }
        }
        return false;
    }

    /** {@code k1ll}, {@code su*cide}. */
    static boolean hasLetterAndOther(String typed) {
        boolean letter = false;
        boolean other = false;
        for (int i = 0; i < typed.length(); i++) {
            boolean isLetter = Character.isLetter(typed.charAt(i));
            letter |= isLetter;
            other |= !isLetter;
        }
        return letter && other;
    }

    /** @param forOne the letter that a 1 stands for */
    static String withLettersForDigits(String typed, char forOne) {
        return typed.replace('0', 'o')
                .replace('1', forOne)
                .replace('!', forOne)
                .replace('|', 'l')
                .replace('3', 'e')
                .replace('€', 'e')
                .replace('4', 'a')
                .replace('@', 'a')
                .replace('5', 's')
                .replace('$', 's')
                .replace('7', 't')
                .replace('+', 't');
    }
}
