package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import uk.helpathand.api.ProgressStage;

/**
 * "What happens next" on the child's page.
 *
 * @param version rises with every change; an older one changes nothing
 * @param nextStep one line of the adviser's to the child; may be absent, then the page says what the stage means
 * @param by the day by which it happens, in England; may be absent
 */
public record ProgressHandover(
        long version,
        @NotNull ProgressStage stage,
        @Size(max = 500) String nextStep,
        LocalDate by) {}
