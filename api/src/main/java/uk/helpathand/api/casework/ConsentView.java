package uk.helpathand.api.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * That something of a child may be shared with a body. Of all this only a withdrawal is ever added.
 *
 * @param bodyName of the body in words
 * @param validUntil the last day on which it holds, in London; absent means until it is withdrawn
 * @param explained how it was explained to whoever gave it
 * @param competenceJudgementId the judgement that it rests on; absent where none was needed
 * @param recordedBy display name of the colleague
 * @param withdrawnAt since when it holds no more; absent while it was not taken back
 * @param withdrawnBy display name of the colleague who recorded that; absent while it was not taken back
 * @param inForce whether it held at the moment of this answer: neither withdrawn nor past its last day
 */
public record ConsentView(
        UUID id,
        ConsentGiver givenBy,
        List<SharedPart> what,
        BodyKind bodyKind,
        String bodyName,
        LocalDate validUntil,
        String explained,
        Instant givenAt,
        UUID competenceJudgementId,
        String recordedBy,
        Instant recordedAt,
        Instant withdrawnAt,
        String withdrawnBy,
        boolean inForce) {}
