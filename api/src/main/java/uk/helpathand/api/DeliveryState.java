package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an outbound message got. Delivered never means read. */
public enum DeliveryState implements WireName {
    /** On the child's thread, waiting for the child to come back. */
    @JsonProperty("stored")
    STORED,

    /** The thread was opened with the code after the message was there. */
    @JsonProperty("seen")
    SEEN;

    public static DeliveryState fromString(String wire) {
        return WireName.parse(DeliveryState.class, wire);
    }
}
