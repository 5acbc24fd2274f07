package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * What two people of the team have left of the words about safe contact, because they were also about a child who was erased.
 *
 * @param version rises with each; an older one changes nothing
 * @param readAt when what was redacted had been read: what the child or adult set after it stays
 * @param safeNote absent: nothing is left of it
 * @param coverWords absent: nothing is left of them
 */
public record RedactedWordsHandover(
        @Positive long version,
        @NotNull Instant readAt,
        @Size(max = 20_000) String safeNote,
        @Size(max = 160) String coverWords) {}
