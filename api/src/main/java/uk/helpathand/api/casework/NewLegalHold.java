package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A record must be kept.
 *
 * @param id of the child or the enquiry
 * @param reason for whom and for what: a court, an inquiry, a complaint
 */
public record NewLegalHold(
        @NotNull RecordKind kind,
        @NotNull UUID id,
        @NotBlank @Size(min = 10, max = 2000) String reason) {}
