package uk.helpathand.api.casework;

import java.util.List;
import java.util.UUID;

/**
 * A child whose name looks or sounds like the one that was asked for.
 *
 * @param name absent when it was forgotten since
 */
public record FoundChild(UUID id, String reference, String name, List<UUID> caseIds) {}
