package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A decision that was taken.
 *
 * @param by the adviser's display name
 * @param cases opened or joined; empty for the other outcomes
 * @param messageId what the child was told, as a message of the conversation; absent for {@code not-a-request} without words
 */
public record TriageView(
        UUID id, TriageOutcome outcome, String by, Instant at, List<TriagedCase> cases, UUID messageId) {

    /** A case that was opened or joined, and its child. */
    public record TriagedCase(UUID caseId, String caseReference, UUID childId) {}
}
