package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/** What the child chose to add after the message was safe. All optional, all in the child's words. */
public record DetailsHandover(
        @NotNull Instant receivedAt,
        @Size(max = 500) String name,
        @Size(max = 100) String age,
        @Size(max = 500) String council,
        @Size(max = 2_000) String livesIn,
        @Size(max = 2_000) String helpedBy,
        @Size(max = 500) String language,
        @Size(max = 2_000) String needs) {}
