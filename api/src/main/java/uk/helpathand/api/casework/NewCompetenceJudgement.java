package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;

/**
 * A judgement to be recorded: whether a child understands enough to decide one thing.
 *
 * @param decision what is to be decided, in words: never "everything"
 * @param able whether the child can decide it
 * @param how it was judged: what the child was asked and said
 * @param judgedBy a professional who judged, with their office, in words; absent when it was whoever records it
 * @param judgedAt absent means now; never later than now
 */
public record NewCompetenceJudgement(
        @NotBlank @Size(max = 2_000) String decision,
        @NotNull Boolean able,
        @NotBlank @Size(max = 4_000) String how,
        @Size(max = 200) String judgedBy,
        Instant judgedAt) {}
