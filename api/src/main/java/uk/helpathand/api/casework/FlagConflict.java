package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a colleague must see nothing of a child: they are related, say, or have worked with the family. */
public record FlagConflict(@NotBlank @Size(max = 2000) String reason) {}
