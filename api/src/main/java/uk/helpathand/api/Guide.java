package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A guide to a child's rights, which a reply may name; the page stands at {@code /guides/} and its wire name. */
public enum Guide implements WireName {
    @JsonProperty("coming-into-care")
    COMING_INTO_CARE,

    @JsonProperty("moving")
    MOVING,

    @JsonProperty("out-of-school")
    OUT_OF_SCHOOL,

    @JsonProperty("mental-health")
    MENTAL_HEALTH,

    @JsonProperty("my-liberty")
    MY_LIBERTY,

    @JsonProperty("leaving-care")
    LEAVING_CARE;

    public static Guide fromString(String wire) {
        return WireName.parse(Guide.class, wire);
    }
}
