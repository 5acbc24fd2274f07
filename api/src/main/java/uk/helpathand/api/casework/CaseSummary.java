package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * One line of the list of cases, newest first.
 *
 * @param restricted only its owner, its circle and the leads may know of it
 * @param ownerLeftAt since when the case is without an owner; absent while its owner may answer for it
 */
public record CaseSummary(
        UUID id,
        String reference,
        UUID childId,
        CaseStatus status,
        String ownerId,
        String owner,
        Instant ownerLeftAt,
        Instant openedAt,
        boolean restricted) {}
