package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whether a colleague is of the circle of a case.
 *
 * @param staffId the colleague's subject
 * @param member false takes them out, from the next call on
 */
public record SetMembership(
        @NotBlank @Size(max = 64) String staffId, @NotNull Boolean member) {}
