package uk.helpathand.platform.safecontact;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a text costs on the air: a long one goes in parts, which arrive late, out of order or never, so staff see the number
 * before they send (3GPP TS 23.038 for the alphabet, TS 23.040 for the parts).
 *
 * @param units septets in GSM-7, UTF-16 code units in UCS-2
 * @param parts how many it goes in; an empty text is one
 */
public record Segments(Encoding encoding, int units, int parts) {

    /** How a text is written on the air. One character outside GSM-7 turns the whole text to UCS-2. */
    public enum Encoding {
        GSM_7(160, 153),
        UCS_2(70, 67);

        private final int alone;
        private final int perPart;

        Encoding(int alone, int perPart) {
            this.alone = alone;
            this.perPart = perPart;
        }
    }

    private static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
            + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Each costs an escape and a septet, which stay together. */
    private static final String EXTENSION = "\f^{}\\[~]|€";

    /** What a keyboard or a word processor puts in place of the plain sign. Signs only: á is not a, to who bears it. */
    private static final Map<Character, String> PLAIN = Map.ofEntries(
            // quotation marks
            Map.entry('\u2018', "'"),
            Map.entry('\u2019', "'"),
            Map.entry('\u201A', "'"),
            Map.entry('\u201B', "'"),
            Map.entry('\u2039', "'"),
            Map.entry('\u203A', "'"),
            Map.entry('\u201C', "\""),
            Map.entry('\u201D', "\""),
            Map.entry('\u201E', "\""),
            Map.entry('\u201F', "\""),
            Map.entry('\u00AB', "\""),
            Map.entry('\u00BB', "\""),
            // hyphens, dashes, minus
            Map.entry('\u2010', "-"),
            Map.entry('\u2011', "-"),
            Map.entry('\u2012', "-"),
            Map.entry('\u2013', "-"),
            Map.entry('\u2014', "-"),
            Map.entry('\u2015', "-"),
            Map.entry('\u2212', "-"),
            // ellipsis
            Map.entry('\u2026', "..."),
            // spaces that do not break
            Map.entry('\u00A0', " "),
            Map.entry('\u2007', " "),
            Map.entry('\u202F', " "));

    /** How the text would go. */
    public static Segments of(String text) {
        Encoding encoding = isGsm7(text) ? Encoding.GSM_7 : Encoding.UCS_2;
        int units = 0;
        int parts = 1;
        int inPart = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int size = size(codePoint, encoding);
            if (inPart + size > encoding.perPart) {
                parts++;
                inPart = 0;
            }
            inPart += size;
            units += size;
            i += Character.charCount(codePoint);
        }
        return new Segments(encoding, units, units <= encoding.alone ? 1 : parts);
    }

    /**
     * The text with plain quotes, dashes, dots and spaces for typographic ones, where that makes it GSM-7 and not longer in
     * parts. Otherwise exactly the text: in Arabic or beside an emoji a plain quote would save nothing.
     */
    public static String fold(String text) {
        if (isGsm7(text)) {
            return text;
        }
        String folded = text.chars()
                .mapToObj(c -> PLAIN.getOrDefault((char) c, String.valueOf((char) c)))
                .collect(Collectors.joining());
        return isGsm7(folded) && of(folded).parts <= of(text).parts ? folded : text;
    }

    private static boolean isGsm7(String text) {
        return text.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0);
    }

    /** Of what may not be cut: an escape pair, a surrogate pair, or one unit. */
    private static int size(int codePoint, Encoding encoding) {
        return switch (encoding) {
            case GSM_7 -> EXTENSION.indexOf(codePoint) >= 0 ? 2 : 1;
            case UCS_2 -> Character.charCount(codePoint);
        };
    }
}
