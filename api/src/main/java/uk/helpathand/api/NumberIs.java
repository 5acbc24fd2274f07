package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Whose phone the number reaches. */
public enum NumberIs implements WireName {
    @JsonProperty("mine")
    MINE,

    @JsonProperty("shared")
    SHARED,

    @JsonProperty("someone-else")
    SOMEONE_ELSE;

    public static NumberIs fromString(String wire) {
        return WireName.parse(NumberIs.class, wire);
    }
}
