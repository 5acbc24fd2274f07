package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * A return code that was made to open nothing any more.
 *
 * @param reason a code of the list {@code revocation_reason}
 * @param note for colleagues; absent when nobody gave one, or nothing is left of it
 * @param by display name of the person of the team; absent when the child or adult did it on their page
 * @param handedOverAt since when it has its effect; absent while it is on its way
 */
public record RevocationView(UUID id, String reason, String note, String by, Instant at, Instant handedOverAt) {}
