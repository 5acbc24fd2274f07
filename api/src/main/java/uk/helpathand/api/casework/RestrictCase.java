package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * Whether only its owner, its circle and the leads may know of a case.
 *
 * @param reason for the audit and for whoever asks later
 */
public record RestrictCase(
        @NotNull Boolean restricted,
        @NotBlank @Size(max = 2000) String reason) {}
