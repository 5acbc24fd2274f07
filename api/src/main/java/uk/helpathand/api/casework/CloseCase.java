package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That the team has finished its work on a case.
 *
 * @param reason a code of the list {@code closure_reason}
 * @param tellChild what is said on each of the case's threads
 */
public record CloseCase(
        @NotBlank @Size(max = 40) String reason,
        @NotBlank @Size(max = 20_000) String tellChild) {}
