package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import uk.helpathand.api.ProgressStage;

/**
 * "What happens next", as the child or adult reads it on their page.
 *
 * @param nextStep one line in words a child can follow; absent lets the page say what the stage means
 * @param by the day by which it happens; may be absent
 */
public record SetProgress(
        @NotNull ProgressStage stage,
        @Size(max = 500) String nextStep,
        @OfThisAge LocalDate by) {}
