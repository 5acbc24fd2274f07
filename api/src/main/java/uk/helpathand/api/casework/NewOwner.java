package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Who answers for a case from now on.
 *
 * @param ownerId the subject of an adviser or lead who is enabled
 * @param reason for colleagues: kept with the case and in the audit
 */
public record NewOwner(
        @NotBlank @Size(max = 200) String ownerId,
        @NotBlank @Size(max = 2_000) String reason) {}
