package uk.helpathand.api.casework;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * What may be changed of a child. A field that is absent or null stays as it is, so that nothing is taken away.
 *
 * @param name not spaces alone
 * @param dateOfBirth in 1900 or later, and not to come
 */
public record ChildPatch(
        @NotEmptied @Size(max = 500) String name, @Born LocalDate dateOfBirth) {}
