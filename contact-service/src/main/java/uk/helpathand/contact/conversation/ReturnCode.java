package uk.helpathand.contact.conversation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The words and digits by which a child comes back without an account: four of 1,024 words and four digits, 53 bits. The
 * words differ from each other in at least three letters, so a word with one wrong letter is still one word only.
 *
 * @param spoken the normal form, as it is shown and hashed: {@code penguin kayak violin marble 4821}
 */
public record ReturnCode(String spoken) {

    static final int WORDS = 4;
    static final int DIGITS = 4;
    private static final int LONGEST_TYPED = 200;
    static final List<String> WORD_LIST = load();
    private static final SecureRandom RANDOM = new SecureRandom();

    static ReturnCode random() {
        var parts = new ArrayList<String>();
        RANDOM.ints(WORDS, 0, WORD_LIST.size()).mapToObj(WORD_LIST::get).forEach(parts::add);
        parts.add(String.format(Locale.ROOT, "%04d", RANDOM.nextInt(10_000)));
        return new ReturnCode(String.join(" ", parts));
    }

    /**
     * What somebody typed, in its normal form: any case, any separators, one mistyped letter a word, a
     * word written as two. Never fails: what is
     * no code at all becomes a form that no code has, and is looked up like any other.
     */
    static ReturnCode typed(String text) {
        var words = new ArrayList<String>();
        var digits = new StringBuilder();
        var word = new StringBuilder();
        String lower = (text == null ? "" : text).toLowerCase(Locale.ROOT) + " ";
        // No code is as long; whatever follows cannot make it right.
        for (int c : lower.codePoints().limit(LONGEST_TYPED).toArray()) {
            if (Character.isLetter(c)) {
                word.appendCodePoint(c);
                continue;
            }
            if (Character.isDigit(c)) {
                digits.append(Character.getNumericValue(c));
            }
            if (!word.isEmpty()) {
                words.add(word.toString());
                word.setLength(0);
            }
        }
        joinSplitWords(words);
        words.replaceAll(typed -> nearest(typed).orElse(typed));
        words.add(digits.toString());
        return new ReturnCode(String.join(" ", words));
    }

    /** "sea shell" is how many would write it: of too many words, two neighbours that make one of the list are that one. */
    private static void joinSplitWords(List<String> words) {
        for (int i = 0; words.size() > WORDS && i + 1 < words.size(); i++) {
            Optional<String> joined = nearest(words.get(i) + words.get(i + 1));
            if (joined.isPresent()) {
                words.set(i, joined.get());
                words.remove(i + 1);
            }
        }
    }

    private static Optional<String> nearest(String typed) {
        return WORD_LIST.stream().filter(word -> word.equals(typed)).findFirst().or(() -> WORD_LIST.stream()
                .filter(word -> atMostOneEdit(word, typed))
                .findFirst());
    }

    /** One letter changed, added or left out. */
    static boolean atMostOneEdit(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return false;
        }
        String shorter = a.length() <= b.length() ? a : b;
        String longer = a.length() <= b.length() ? b : a;
        int same = (int) IntStream.range(0, shorter.length())
                .takeWhile(i -> shorter.charAt(i) == longer.charAt(i))
                .count();
        if (same == shorter.length()) {
            return true;
        }
        String rest = shorter.length() == longer.length() ? shorter.substring(same + 1) : shorter.substring(same);
        return rest.equals(longer.substring(same + 1));
    }

    private static List<String> load() {
        try (var reader = new BufferedReader(new InputStreamReader(
                ReturnCode.class.getResourceAsStream("/return-code-words.txt"), StandardCharsets.US_ASCII))) {
            return reader.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The code opens a thread: it never enters a log. */
    @Override
    public String toString() {
        return "ReturnCode[...]";
    }
}
