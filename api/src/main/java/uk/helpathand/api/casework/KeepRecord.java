package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * A record is kept longer.
 *
 * @param until a day to come; from then on the schedule brings it again
 * @param reason stands in the audit
 */
public record KeepRecord(
        @NotNull @OfThisAge LocalDate until,
        @NotBlank @Size(max = 2000) String reason) {}
