package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A consent to be recorded.
 *
 * @param what may be shared; one code twice is one
 * @param bodyName of the body in words: a consent to one council is none to another
 * @param validUntil the last day on which it holds, in London; absent means until it is withdrawn
 * @param explained how it was explained to whoever gave it: what, to whom, what for, and that they may take it back
 * @param givenAt absent means now; never later than now
 * @param competenceJudgementId the judgement about this decision, of the same child and saying able: needed from a {@code
 *     child} under 16 or of unknown age, and 400 from anybody else
 */
public record NewConsent(
        @NotNull ConsentGiver givenBy,
        @NotEmpty @Size(max = 10) List<@NotNull SharedPart> what,
        @NotNull BodyKind bodyKind,
        @NotBlank @Size(max = 200) String bodyName,
        LocalDate validUntil,
        @NotBlank @Size(max = 4_000) String explained,
        Instant givenAt,
        UUID competenceJudgementId) {}
