package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Requester;

/**
 * A conversation with an inbound message that nobody has answered.
 *
 * @param waitingSince when the oldest unanswered message came
 * @param ownerKind who must answer
 * @param ownerId the adviser's subject when {@code ownerKind} is adviser; absent otherwise
 * @param caseIds the cases this conversation belongs to
 */
public record ConversationSummary(
        UUID id,
        UUID enquiryId,
        Requester audience,
        Instant waitingSince,
        OwnerKind ownerKind,
        String ownerId,
        List<UUID> caseIds) {}
