package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotNull;

/**
 * Whether a colleague is of the circle of a case.
 *
 * @param member false takes them out, from the next call on
 */
public record SetMembership(@NotNull Boolean member) {}
