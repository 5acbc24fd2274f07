package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * From now on the conversation's return code opens nothing.
 *
 * @param requestedAt a code that was made after it goes on opening: the revocation was not meant for it
 */
public record CodeRevocationHandover(@NotNull Instant requestedAt) {}
