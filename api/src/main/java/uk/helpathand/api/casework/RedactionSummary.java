package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * An enquiry whose words are also about a child who was erased.
 *
 * @param dueAt since when
 * @param proposedBy display name of the first person; absent while nobody proposes anything
 */
public record RedactionSummary(UUID id, UUID enquiryId, RedactionStatus status, Instant dueAt, String proposedBy) {}
