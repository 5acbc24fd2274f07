package uk.helpathand.platform.audit;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the chain looked like at a moment, told to somebody outside.
 *
 * @param number from 1 without gaps: the name it is kept under
 * @param sequence of the newest seal; 0 while there is none
 * @param total rows under all seals
 * @param head hash of that seal, in hex
 */
record Anchor(long number, long sequence, long total, String head, Instant at) {

    private static final Pattern NAME = Pattern.compile("\\d{19}");
    private static final Pattern CONTENT = Pattern.compile("(\\d{1,18}) (\\d{1,18}) ([0-9a-f]{64}) (\\S{20,32})");

    static Anchor of(long number, Seal seal, Instant at) {
        return new Anchor(number, seal.sequence(), seal.total(), seal.head(), at);
    }

    /** Empty where it is not what was written. */
    static Optional<Anchor> parse(AnchorStore.Kept kept) {
        Matcher content = CONTENT.matcher(kept.content());
        if (!NAME.matcher(kept.name()).matches() || !content.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Anchor(
                    Long.parseLong(kept.name()),
                    Long.parseLong(content.group(1)),
                    Long.parseLong(content.group(2)),
                    content.group(3),
                    Instant.parse(content.group(4))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Sorts as the number does. */
    String name() {
        return "%019d".formatted(number);
    }

    String content() {
        return sequence + " " + total + " " + head + " " + SealHash.text(at);
    }

    boolean isOf(Seal seal) {
        return sequence == seal.sequence() && total == seal.total() && head.equals(seal.head());
    }
}
