package uk.helpathand.api.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The person.
 *
 * @param name as the team knows it; absent when nobody has said
 * @param dateOfBirth absent when nobody has said
 */
public record ChildView(
        UUID id, String reference, String name, LocalDate dateOfBirth, Instant createdAt, List<UUID> caseIds) {}
