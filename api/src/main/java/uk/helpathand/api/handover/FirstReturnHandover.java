package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/** The return code has opened its thread for the first time. */
public record FirstReturnHandover(@NotNull Instant at) {}
