package uk.helpathand.api;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that could not be handed over: the receiver refused it for good, and a person must look.
 *
 * @param kind what was to be done
 * @param subjectId what it is about
 * @param reason status or class of the refusal; never content
 */
public record ParkedView(
        UUID id, String kind, UUID subjectId, int attempts, String reason, Instant createdAt, Instant parkedAt) {}
