package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;

/** Colleagues who must see nothing of a child. */
public record ConflictsView(List<ConflictView> conflicts) {

    /**
     * One of them.
     *
     * @param staffId the colleague's subject
     * @param flaggedBy display name of the lead
     */
    public record ConflictView(String staffId, String reason, String flaggedBy, Instant flaggedAt) {}
}
