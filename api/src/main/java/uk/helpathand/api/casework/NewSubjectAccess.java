package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * That a copy of what is held on a child was asked for, by whatever way and in whatever words.
 *
 * @param receivedOn the day in Europe/London on which it reached any of us; today or before
 * @param identityCheckedHow how we know that whoever asks is who they say and may ask
 */
public record NewSubjectAccess(
        @NotNull UUID childId,
        @NotNull @OfThisAge LocalDate receivedOn,
        @NotNull SubjectAccessAskedBy askedBy,
        @NotBlank @Size(max = 2000) String identityCheckedHow) {}
