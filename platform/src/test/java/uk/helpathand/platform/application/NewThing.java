package uk.helpathand.platform.application;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A thing to make. */
@Schema(description = "A thing to make")
public record NewThing(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 3) List<@Valid @NotNull Part> parts) {

    /** What a thing is made of. */
    @Schema(description = "What a thing is made of")
    public record Part(@NotBlank @Size(max = 20) String label, Colour colour) {}

    /** A closed set. */
    @Schema(description = "A closed set")
    public enum Colour {
        RED,
        BLUE
    }
}
