package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.UUID;

/**
 * Whether a child understood enough to decide one thing. Never changed: another judgement is another row.
 *
 * @param decision what was to be decided
 * @param how it was judged
 * @param judgedBy a professional as they were named, or the display name of the colleague who judged
 * @param recordedBy display name of the colleague
 */
public record CompetenceJudgementView(
        UUID id,
        String decision,
        boolean able,
        String how,
        String judgedBy,
        Instant judgedAt,
        String recordedBy,
        Instant recordedAt) {}
