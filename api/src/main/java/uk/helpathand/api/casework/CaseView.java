package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The team's work for exactly one child.
 *
 * @param ownerId subject of the adviser who answers for it
 * @param owner their display name
 * @param ownerLeftAt since when they are disabled, gone, or neither adviser nor lead: the lead answers. Absent otherwise
 * @param closedAt absent while it is open
 * @param closureReason a code of the list {@code closure_reason}; absent while it is open
 * @param conversationIds the threads that belong to it
 * @param restricted only its owner, its circle and the leads may know of it
 * @param summary the adviser's, not the child's words; absent until somebody writes one
 */
public record CaseView(
        UUID id,
        String reference,
        UUID childId,
        CaseStatus status,
        String ownerId,
        String owner,
        Instant ownerLeftAt,
        Instant openedAt,
        Instant closedAt,
        String closureReason,
        String summary,
        boolean restricted,
        List<UUID> conversationIds,
        List<UUID> enquiryIds) {}
