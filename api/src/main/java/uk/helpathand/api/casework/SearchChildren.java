package uk.helpathand.api.casework;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Whom to look for. In a body and never in an address: addresses stand in logs.
 *
 * @param name one name or all of them, in any order and spelling
 * @param dateOfBirth leaves out children who are known to be born on another day
 * @param after opaque, the {@code next} of the page before
 * @param limit 20 when absent
 */
public record SearchChildren(
        @NotBlank @Size(max = 500) String name,
        @Born LocalDate dateOfBirth,
        @Size(max = 500) String after,
        @Min(1) @Max(50) Integer limit) {}
