package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** The state of a case. */
public enum CaseStatus implements WireName {
    @JsonProperty("open")
    OPEN,

    @JsonProperty("closed")
    CLOSED;

    public static CaseStatus fromString(String wire) {
        return WireName.parse(CaseStatus.class, wire);
    }
}
