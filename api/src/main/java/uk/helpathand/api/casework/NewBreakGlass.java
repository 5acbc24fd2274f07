package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Access to a restricted case, taken.
 *
 * @param caseReference as people name it, for example {@code C-7KM2QX}
 * @param reason read by the lead at once, and by the child if they ask who looked
 */
public record NewBreakGlass(
        @NotBlank @Size(max = 40) String caseReference,
        @NotBlank @Size(min = 10, max = 2000) String reason) {}
