package uk.helpathand.api.casework;

import java.time.LocalDate;
import uk.helpathand.api.ProgressStage;

/** "What happens next" as it stands on the child's page. */
public record ProgressView(long version, ProgressStage stage, String nextStep, LocalDate by) {}
