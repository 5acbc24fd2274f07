package uk.helpathand.casework.intake;

import java.util.regex.Pattern;

/** The first words of a message on one line, for the queue. */
final class Excerpt {

    /** Stands in the queue for a message that a reader should be warned of. */
    static final String WARNED = "May hold abusive or sexual words. Open it to read it.";

    /** Stands there for a text that was nothing but a picture: an empty line looks like nobody. */
    static final String PICTURE = "A picture or a file, without words. It was not fetched.";

    private static final int CHARACTERS = 140;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Excerpt() {}

    /** @param media how many pictures and the like came with it */
    static String of(String text, int media) {
        String line = of(text);
        return line.isEmpty() && media > 0 ? PICTURE : line;
    }

    /** Counted in code points, so that no emoji is cut in two. */
    static String of(String text) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, CHARACTERS));
    }
}
