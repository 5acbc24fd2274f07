package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** What is kept and erased as one. */
public enum RecordKind implements WireName {
    /** A child, with all their cases and what was asked for them. */
    @JsonProperty("child")
    CHILD,

    /** An enquiry that never became a case. */
    @JsonProperty("enquiry")
    ENQUIRY;

    public static RecordKind fromString(String wire) {
        return WireName.parse(RecordKind.class, wire);
    }
}
