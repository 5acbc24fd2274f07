package uk.helpathand.casework.intake;

import java.util.regex.Pattern;

/** The first words of a message on one line, for the queue. */
final class Excerpt {

    /** Stands in the queue for a message that a reader should be warned of. */
    static final String WARNED = "May hold abusive or sexual words. Open it to read it.";

    private static final int CHARACTERS = 140;
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\p{Cc}]+");

    private Excerpt() {}

    /** Counted in code points, so that no emoji is cut in two. */
    static String of(String text) {
        String line = BLANKS.matcher(text).replaceAll(" ").strip();
        return line.codePointCount(0, line.length()) <= CHARACTERS
                ? line
                : line.substring(0, line.offsetByCodePoints(0, CHARACTERS));
    }
}
