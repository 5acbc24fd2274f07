package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why a return code must open nothing any more.
 *
 * @param reason a code of the list {@code revocation_reason} that is in use
 * @param note for colleagues; may be absent
 */
public record NewRevocation(
        @NotBlank @Size(max = 100) String reason,
        @Size(max = 2_000) String note) {}
