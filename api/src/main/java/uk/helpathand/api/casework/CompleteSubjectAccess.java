package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * That a request was answered.
 *
 * @param exemption for anything but {@code all}, and then only
 * @param note what else whoever asks later should know
 */
public record CompleteSubjectAccess(
        @NotNull SubjectAccessGiven given,
        SubjectAccessExemption exemption,
        @Size(max = 2000) String note) {}
