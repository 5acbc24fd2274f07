package uk.helpathand.contact.safety;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import uk.helpathand.contact.safety.Lexicon.Occurrence;

/** Where the groups of a book stand in one text. In most languages none does: then nothing is made for it. */
final class Found {

    private final int groups;
    private List<List<Occurrence>> byGroup = List.of();

    Found(int groups) {
        this.groups = groups;
    }

    void add(int group, Occurrence occurrence) {
        if (byGroup.isEmpty()) {
            // Most groups stand nowhere in a text, and share one empty list.
            byGroup = new ArrayList<>(Collections.nCopies(groups, List.of()));
        }
        if (byGroup.get(group).isEmpty()) {
            byGroup.set(group, new ArrayList<>(2));
        }
        byGroup.get(group).add(occurrence);
    }

    /** For each group its places in order; no list at all where none stands. */
    List<List<Occurrence>> byGroup() {
        return byGroup;
    }
}
