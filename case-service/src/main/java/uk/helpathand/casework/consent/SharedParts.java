package uk.helpathand.casework.consent;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import uk.helpathand.api.WireName;
import uk.helpathand.api.casework.SharedPart;

/** Parts of a record as the database has them: by their names on the wire, each once, in the order of the contract. */
final class SharedParts {

    private SharedParts() {}

    static String[] stored(Collection<SharedPart> parts) {
        return EnumSet.copyOf(parts).stream().map(SharedPart::wire).toArray(String[]::new);
    }

    static List<SharedPart> read(String[] stored) {
        return Arrays.stream(stored)
                .map(wire -> WireName.parse(SharedPart.class, wire))
                .toList();
    }

    /** Whoever agreed to the whole record agreed to each part of it, and to all parts is not yet to the whole. */
    static boolean cover(String[] stored, Collection<SharedPart> asked) {
        List<SharedPart> agreed = read(stored);
        return agreed.contains(SharedPart.WHOLE_RECORD) || agreed.containsAll(asked);
    }
}
