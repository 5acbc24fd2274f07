package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** How far a redaction got. */
public enum RedactionStatus implements WireName {
    /** Nobody has looked yet. */
    @JsonProperty("due")
    DUE,

    /** One person proposes what is left of the words; another has to agree. */
    @JsonProperty("proposed")
    PROPOSED,

    /** It stands. */
    @JsonProperty("done")
    DONE;

    public static RedactionStatus fromString(String wire) {
        return WireName.parse(RedactionStatus.class, wire);
    }
}
