package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * That a record must be kept, whatever the schedule says and whoever asks.
 *
 * @param recordId the child or the enquiry
 * @param placedBy display name
 * @param liftedBy display name; absent while it holds
 * @param liftedAt absent while it holds
 * @param liftReason absent while it holds
 */
public record LegalHoldView(
        UUID id,
        RecordKind kind,
        UUID recordId,
        String reason,
        String placedBy,
        Instant placedAt,
        String liftedBy,
        Instant liftedAt,
        String liftReason) {}
