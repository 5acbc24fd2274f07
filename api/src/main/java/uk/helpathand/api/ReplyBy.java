package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How the child wants the answer. */
public enum ReplyBy implements WireName {
    /** They come back with their return code. The default. */
    @JsonProperty("code")
    CODE,

    @JsonProperty("text")
    TEXT,

    @JsonProperty("call")
    CALL,

    @JsonProperty("email")
    EMAIL;

    public static ReplyBy fromString(String wire) {
        return WireName.parse(ReplyBy.class, wire);
    }
}
