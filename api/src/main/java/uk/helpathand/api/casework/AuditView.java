package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who did or saw what, and when; nothing of what they saw.
 *
 * @param actor subject of the token; {@code system} for what nobody asked for
 * @param roles those the token had
 * @param action a frozen name (docs/audit.md); of a refusal, method and address
 * @param subjectKind what the ids are of
 * @param subjectIds all that was shown or changed
 * @param reason what a person gave as one, for what goes against a rule; of a search, a keyed hash of the query; absent
 *     without one, once it was erased, and where the row also names what whoever asks must not hear of
 */
public record AuditView(
        UUID id,
        Instant at,
        String actor,
        @Schema(required = true) List<String> roles,
        String action,
        AuditOutcome outcome,
        String subjectKind,
        @Schema(required = true) List<UUID> subjectIds,
        String reason) {}
