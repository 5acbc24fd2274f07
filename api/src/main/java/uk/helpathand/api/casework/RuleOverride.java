package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * A lead sets a rule of safe contact aside for one message. Audited.
 *
 * @param rule its id, as the preview names it
 * @param reason why it is right to; kept with the audit, never sent
 */
public record RuleOverride(
        @NotBlank @Size(max = 60) String rule,
        @NotBlank @Size(max = 1_000) String reason) {}
