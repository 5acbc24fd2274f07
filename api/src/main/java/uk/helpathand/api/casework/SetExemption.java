package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What would be likely to do serious harm if it were given (Data Protection Act 2018, Schedule 3), and so is left out.
 *
 * @param entryIds of the package; absent for all of it
 * @param exempt false takes it back
 * @param counted whether the child's copy may say how much was left out: only where saying so does no harm itself
 */
public record SetExemption(
        @Size(min = 1, max = 1000) List<@NotBlank @Size(max = 200) String> entryIds,
        @NotNull Boolean exempt,
        @NotNull Boolean counted,
        @NotBlank @Size(max = 2000) String reason) {}
