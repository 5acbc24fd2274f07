package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * The same whether there is such a case or not.
 *
 * @param until from then on it is closed again
 */
public record BreakGlassReceipt(UUID id, String caseReference, Instant at, Instant until) {}
