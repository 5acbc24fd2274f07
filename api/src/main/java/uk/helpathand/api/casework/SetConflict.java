package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whether a colleague must see nothing of a child.
 *
 * @param staffId the colleague's subject
 * @param keptOut false lets them in again
 * @param reason why: they are related, say, or have worked with the family
 */
public record SetConflict(
        @NotBlank @Size(max = 64) String staffId,
        @NotNull Boolean keptOut,
        @NotBlank @Size(max = 2000) String reason) {}
