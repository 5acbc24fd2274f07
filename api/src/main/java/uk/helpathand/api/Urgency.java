package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How soon a person must look. A machine may raise it; only a person lowers it. The order is the rank: 0 is immediate. */
public enum Urgency implements WireName {
    /** Danger, or a step that cannot be undone within 24 hours: a person looks now. */
    @JsonProperty("immediate")
    IMMEDIATE,

    /** The same working day. */
    @JsonProperty("high")
    HIGH,

    /** Acknowledged the next working day. */
    @JsonProperty("standard")
    STANDARD;

    public static Urgency fromString(String wire) {
        return WireName.parse(Urgency.class, wire);
    }
}
