package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * That somebody took access to a restricted case, and what the review found.
 *
 * @param staffId subject of whoever took it
 * @param staffName their display name
 * @param caseId the case that was opened by it; absent when the reference names none that can be
 * @param justified absent until it is reviewed
 * @param reviewNote what the lead found; absent until it is reviewed
 * @param reviewedBy the lead's display name; absent until it is reviewed
 * @param reviewedAt absent until it is reviewed
 */
public record BreakGlassView(
        UUID id,
        String caseReference,
        String staffId,
        String staffName,
        String reason,
        Instant at,
        Instant until,
        UUID caseId,
        Boolean justified,
        String reviewNote,
        String reviewedBy,
        Instant reviewedAt) {}
