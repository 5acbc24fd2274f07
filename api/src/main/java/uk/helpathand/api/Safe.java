package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The child's answer to: are you safe right now? */
public enum Safe implements WireName {
    @JsonProperty("yes")
    YES,

    /** Makes the enquiry immediate. */
    @JsonProperty("no")
    NO,

    @JsonProperty("not-sure")
    NOT_SURE;

    public static Safe fromString(String wire) {
        return WireName.parse(Safe.class, wire);
    }
}
