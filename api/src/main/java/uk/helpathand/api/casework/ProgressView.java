package uk.helpathand.api.casework;

import java.time.LocalDate;
import uk.helpathand.api.ProgressStage;

/**
 * "What happens next" as it stands on the child's page.
 *
 * @param nextStep one line in words a child can follow; absent where the page says what the stage means
 * @param by the day by which it happens; absent when nobody named one
 */
public record ProgressView(long version, ProgressStage stage, String nextStep, LocalDate by) {}
