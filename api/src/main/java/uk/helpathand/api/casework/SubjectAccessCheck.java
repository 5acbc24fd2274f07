package uk.helpathand.api.casework;

import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/**
 * Whom a central office asks about. This service looks children up by name and date of birth together, and by nothing else.
 *
 * @param name all of it, in any order
 * @param nhsNumber not looked up here: without name and date of birth the answer is 209
 * @param upn a unique pupil number; the same
 */
public record SubjectAccessCheck(
        @Size(max = 500) String name,
        LocalDate dateOfBirth,
        @Size(max = 40) String nhsNumber,
        @Size(max = 40) String upn) {}
