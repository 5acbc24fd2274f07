package uk.helpathand.api.casework;

import jakarta.validation.constraints.Size;

/** What may be changed of a case. A field that is absent or null stays as it is; an empty summary takes it away. Status, child and owner have commands of their own. */
public record CasePatch(@Size(max = 20_000) String summary) {}
