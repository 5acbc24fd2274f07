package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a lead found.
 *
 * @param note what was looked at, and what follows
 */
public record BreakGlassReview(
        @NotNull Boolean justified,
        @NotBlank @Size(max = 2000) String note) {}
