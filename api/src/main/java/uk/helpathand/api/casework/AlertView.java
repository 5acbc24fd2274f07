package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * One call for a person to look now at an immediate enquiry that nobody has acknowledged.
 *
 * @param reason code of the urgency reason that armed it, as in the enquiry's {@code urgencyReasons}
 * @param step 0, 1, 2: at once, after 10 and after 20 minutes
 * @param person the rota's name for whom it goes to
 * @param dueAt when it is or was due
 * @param raisedAt when it was given to the mail; absent while it is not due
 * @param ownerKind who must answer the conversation: front ends show it to them first
 * @param ownerId the adviser's subject when {@code ownerKind} is adviser; absent otherwise
 */
public record AlertView(
        UUID id,
        UUID enquiryId,
        String enquiryReference,
        String reason,
        int step,
        String person,
        Instant dueAt,
        Instant raisedAt,
        OwnerKind ownerKind,
        String ownerId) {}
