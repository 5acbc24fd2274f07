package uk.helpathand.api.casework;

import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/** What may be changed of a child. An absent field stays as it is. */
public record ChildPatch(
        @Size(max = 500) String name, @PastOrPresent LocalDate dateOfBirth) {}
