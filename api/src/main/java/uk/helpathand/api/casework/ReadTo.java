package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.UUID;

/**
 * How far a thread was read.
 *
 * @param conversationId whose thread it is
 * @param sequence of the last message that was read
 */
public record ReadTo(
        @NotNull UUID conversationId,
        @NotNull @PositiveOrZero Long sequence) {}
