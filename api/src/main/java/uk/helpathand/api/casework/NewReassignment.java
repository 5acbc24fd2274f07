package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Whose open cases go to whom.
 *
 * @param fromId the subject of whoever has the cases now, whether or not they still work here; 422 for somebody who is not in the
 *     directory and has no case, open or closed
 * @param toId the subject of an adviser or lead who is enabled
 * @param reason for colleagues: kept with each case and in the audit
 */
public record NewReassignment(
        @NotBlank @Size(max = 200) String fromId,
        @NotBlank @Size(max = 200) String toId,
        @NotBlank @Size(max = 2_000) String reason) {}
