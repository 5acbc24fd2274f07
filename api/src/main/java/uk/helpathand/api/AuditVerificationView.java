package uk.helpathand.api;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whether the audit is as it was written.
 *
 * @param whole nothing was found
 * @param sealed rows under the chain
 * @param unsealed rows so new that no seal has taken them yet
 * @param head SHA-256 of the newest seal, in hex
 * @param anchoredAt when the outside was last told; absent if never
 * @param findings the first hundred; empty when it is whole
 */
public record AuditVerificationView(
        boolean whole,
        long sealed,
        long unsealed,
        String head,
        Instant anchoredAt,
        @Schema(required = true) List<AuditFinding> findings) {}
