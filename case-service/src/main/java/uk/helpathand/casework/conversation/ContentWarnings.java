package uk.helpathand.casework.conversation;

import java.util.List;
import uk.helpathand.platform.crypto.LosslessText;

/** Codes of what a reader should be warned of, as they stand in a row: null when there is nothing. */
public final class ContentWarnings {

    private ContentWarnings() {}

    /** @param sent null from a sender that knows no warnings */
    public static String[] stored(List<String> sent) {
        return sent == null || sent.isEmpty()
                ? null
                : sent.stream().map(LosslessText::storable).distinct().toArray(String[]::new);
    }

    public static List<String> shown(String[] stored) {
        return stored == null ? null : List.of(stored);
    }
}
