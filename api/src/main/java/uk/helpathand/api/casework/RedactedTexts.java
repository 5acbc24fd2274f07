package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What is left of the words. Replaces what was proposed before.
 *
 * @param texts those that change; all others were looked at and stay. Empty where nothing has to go
 */
public record RedactedTexts(@NotNull @Size(max = 10_000) List<@NotNull @Valid RedactedText> texts) {

    /**
     * What is left of one text.
     *
     * @param name as the view has it
     */
    public record RedactedText(
            @NotNull @Size(max = 80) String name,
            @NotNull @Size(max = 40_000) String text) {}
}
