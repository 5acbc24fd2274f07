package uk.helpathand.api.casework;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What may be changed of a child. An absent field stays as it is.
 *
 * @param name not spaces alone
 * @param dateOfBirth in 1900 or later, and not to come
 */
public record ChildPatch(
        @NotEmptied @Size(max = 500) String name, @Born LocalDate dateOfBirth) {}
