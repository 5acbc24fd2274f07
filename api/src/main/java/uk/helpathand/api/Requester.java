package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who asks for help: the child, or an adult about one or several children. */
public enum Requester implements WireName {
    @JsonProperty("child")
    CHILD,

    @JsonProperty("adult")
    ADULT;

    public static Requester fromString(String wire) {
        return WireName.parse(Requester.class, wire);
    }
}
