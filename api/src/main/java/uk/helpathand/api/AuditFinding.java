package uk.helpathand.api;

import java.time.Instant;

/**
 * One thing that is wrong with the chain.
 *
 * @param sequence the seal at which it shows
 * @param at when that seal, or the anchor of it, was made; absent where nothing tells
 */
public record AuditFinding(AuditFindingKind kind, long sequence, Instant at) {}
