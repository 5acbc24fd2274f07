package uk.helpathand.casework.consent;

import java.text.Normalizer;
import java.util.Locale;
import uk.helpathand.api.casework.BodyKind;
import uk.helpathand.platform.crypto.LosslessText;

/**
 * A body outside the team with which something of a child is shared.
 *
 * @param name which one, in words. What a person may type in two ways, capitals and spaces, makes no other body of it
 */
public record Body(BodyKind kind, String name) {

    boolean isSameAs(Body other) {
        return kind == other.kind && spelt(name).equals(spelt(other.name));
    }

    private static String spelt(String name) {
        return Normalizer.normalize(LosslessText.storable(name), Normalizer.Form.NFKC)
                .strip()
                .replaceAll("(?U)\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }
}
