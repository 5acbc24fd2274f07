package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * That two months more are needed.
 *
 * @param reason how it is complex, or how many requests there are: whoever asked has to be told it within the first month
 */
public record ExtendSubjectAccess(
        @NotBlank @Size(max = 2000) String reason) {}
