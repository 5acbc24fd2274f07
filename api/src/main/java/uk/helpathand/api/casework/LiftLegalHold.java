package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** A legal hold ends. */
public record LiftLegalHold(
        @NotBlank @Size(min = 10, max = 2000) String reason) {}
