package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * A person's decision on an enquiry.
 *
 * @param children for {@code open-case}: which of the enquiry's children get a case; absent or empty means all of them. For
 *     {@code join-case}: for which of several the case is
 * @param caseId for {@code join-case}: the open case this belongs to
 * @param tellChild what the child or adult is told, on their thread, in the adviser's words. Needed for every outcome but
 *     {@code not-a-request}
 * @param readTo the {@code sequence} of the last message of the thread that was read; what the child or adult wrote after it
 *     goes on waiting, as if it had come a moment later, and its alerts go on. Absent: all of it was read
 */
public record Triage(
        @NotNull TriageOutcome outcome,
        @Size(max = 20) List<@Valid @NotNull TriageChild> children,
        UUID caseId,
        @Size(max = 20_000) String tellChild,
        @PositiveOrZero Long readTo) {

    /**
     * For which child a case is opened or joined.
     *
     * @param enquiryChildId from the enquiry's {@code children}
     * @param childId a child who is known already; absent makes a new record
     * @param name of a new child, as far as it is known
     */
    public record TriageChild(
            @NotNull UUID enquiryChildId,
            UUID childId,
            @Size(max = 500) String name) {}
}
