package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;

/**
 * Two people of the team have decided that a child, or an enquiry, is erased.
 *
 * @param messagesHeld how many messages of the child or adult case-service held when that was decided: one that came since
 *     was not known to whoever decided, and stops it
 * @param whole true for all of the conversation; false for its words alone, where it is also about a child who stays
 */
public record ErasureHandover(
        @NotNull @PositiveOrZero Integer messagesHeld,
        @NotNull Boolean whole) {}
