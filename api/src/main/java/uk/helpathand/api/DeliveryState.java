package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far an outbound message got. Delivered never means read. */
public enum DeliveryState implements WireName {
    /** On the child's thread, waiting for the child to come back. */
    @JsonProperty("stored")
    STORED,

    /** A text that waits until it is safe to send it. */
    @JsonProperty("held")
    HELD,

    /** A text that is on its way to the provider. */
    @JsonProperty("sending")
    SENDING,

    /** The provider has taken the text. */
    @JsonProperty("sent")
    SENT,

    /** The text is on the phone, as far as the network knows; not that anybody has looked, nor that the sender is not blocked. */
    @JsonProperty("delivered")
    DELIVERED,

    /** The text will not arrive. */
    @JsonProperty("not-delivered")
    NOT_DELIVERED,

    /** No text was sent: a rule of safe contact forbids it. */
    @JsonProperty("refused")
    REFUSED,

    /** The thread was opened with the code after the message was there. */
    @JsonProperty("seen")
    SEEN;

    public static DeliveryState fromString(String wire) {
        return WireName.parse(DeliveryState.class, wire);
    }
}
