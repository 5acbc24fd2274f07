package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;

/** Colleagues who must see nothing of a child. */
public record ConflictsView(List<ConflictView> conflicts) {

    /**
     * One of them.
     *
     * @param staffId the colleague's subject
     * @param name as the staff directory has it now; absent for somebody it does not have any more
     * @param flaggedBy display name of the lead
     */
    public record ConflictView(String staffId, String name, String reason, String flaggedBy, Instant flaggedAt) {}
}
