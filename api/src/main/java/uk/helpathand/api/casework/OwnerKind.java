package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** Who must answer a conversation's next message. Every inbound message has an owner. */
public enum OwnerKind implements WireName {
    /** No open case: the enquiry is in the queue. */
    @JsonProperty("queue")
    QUEUE,

    /** The named owner of an open case. */
    @JsonProperty("adviser")
    ADVISER,

    /** Every case is closed: the lead decides. */
    @JsonProperty("lead")
    LEAD;

    public static OwnerKind fromString(String wire) {
        return WireName.parse(OwnerKind.class, wire);
    }
}
