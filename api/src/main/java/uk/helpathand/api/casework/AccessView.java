package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * That somebody looked at or changed something about a child.
 *
 * @param actor subject of the token: never for the child's page
 * @param roles those the token had
 * @param action a frozen name, see docs/audit.md
 * @param reason what they gave as one, for what goes against a rule: never for the child's page; absent without one,
 *     once it was erased, and where the line is also about a child whom whoever asks must see nothing of
 * @param plain one sentence for the child: the role, what was done, the day in Europe/London, and no person
 */
public record AccessView(
        Instant at,
        String actor,
        @Schema(required = true) List<String> roles,
        String action,
        String reason,
        String plain) {}
