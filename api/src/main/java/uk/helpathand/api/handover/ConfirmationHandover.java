package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;

/**
 * The sender of an enquiry that came in a flood is a person.
 *
 * @param confirmedAt when they showed it: by the button, the return code, or by writing again
 */
public record ConfirmationHandover(@NotNull Instant confirmedAt) {}
