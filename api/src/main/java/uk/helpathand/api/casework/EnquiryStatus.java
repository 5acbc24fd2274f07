package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** Where an enquiry stands in the queue. */
public enum EnquiryStatus implements WireName {
    /** In the tray: it came in a flood, and nobody has confirmed yet that they are a person. Staff may still take it. */
    @JsonProperty("unconfirmed")
    UNCONFIRMED,

    /** Nobody has acknowledged it. */
    @JsonProperty("new")
    NEW,

    /** A named adviser has it and has not decided yet. */
    @JsonProperty("acknowledged")
    ACKNOWLEDGED,

    /** Back in the queue: a message came for which no open case answers. */
    @JsonProperty("returned")
    RETURNED,

    /** A person has decided. */
    @JsonProperty("triaged")
    TRIAGED;

    public static EnquiryStatus fromString(String wire) {
        return WireName.parse(EnquiryStatus.class, wire);
    }
}
