package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What of other people is left out of the child's copy, and what is given. The last decision on an entry counts.
 *
 * @param redact ids of entries of the package whose marked lines are left out, or all lines where none is marked
 * @param release ids of entries that are given as they are
 * @param reason for all of them
 */
public record DecideRedactions(
        @NotNull @Size(max = 1000) List<@NotBlank @Size(max = 200) String> redact,
        @NotNull @Size(max = 1000) List<@NotBlank @Size(max = 200) String> release,
        @NotBlank @Size(max = 2000) String reason) {}
