package uk.helpathand.api.casework;

import jakarta.validation.constraints.Size;

/** What may be changed of a case. An absent field stays as it is. Status, child and owner have commands of their own. */
public record CasePatch(@Size(max = 20_000) String summary) {}
