package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/**
 * A record to be erased, proposed by one person for another to decide.
 *
 * @param id of the child or the enquiry
 */
public record NewErasure(
        @NotNull RecordKind kind, @NotNull UUID id, @NotNull ErasureGround ground) {}
