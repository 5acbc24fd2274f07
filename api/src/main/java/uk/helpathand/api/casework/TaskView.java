package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something a person must see to on a conversation.
 *
 * @param caseIds the cases the conversation belongs to
 * @param createdAt when it happened first
 * @param lastAt when it happened last: ten texts that did not arrive are one task
 * @param version rises each time; in quotation marks it is the If-Match of the completion
 * @param ownerKind who must answer the conversation now, and so must see to it
 * @param ownerId the adviser's subject when {@code ownerKind} is adviser; absent otherwise
 * @param doneAt absent while it is open
 * @param doneBy the adviser's display name; absent while it is open
 */
public record TaskView(
        UUID id,
        TaskKind kind,
        UUID conversationId,
        List<UUID> caseIds,
        Instant createdAt,
        Instant lastAt,
        long version,
        OwnerKind ownerKind,
        String ownerId,
        Instant doneAt,
        String doneBy) {}
