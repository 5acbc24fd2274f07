package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Who wrote a message. Only a person writes as the team; what a machine says is system. */
public enum Author implements WireName {
    @JsonProperty("child")
    CHILD,

    @JsonProperty("adult")
    ADULT,

    @JsonProperty("team")
    TEAM,

    @JsonProperty("system")
    SYSTEM;

    /** As what the requester of a conversation writes in it. */
    public static Author of(Requester requester) {
        return requester == Requester.CHILD ? CHILD : ADULT;
    }

    public static Author fromString(String wire) {
        return WireName.parse(Author.class, wire);
    }
}
