package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What happens next, in steps a child can follow. */
public enum ProgressStage implements WireName {
    /** Safe with us, not read yet. */
    @JsonProperty("received")
    RECEIVED,

    /** A person has read it. */
    @JsonProperty("read")
    READ,

    /** A person is working on it. */
    @JsonProperty("working")
    WORKING,

    /** We have finished for now; writing again is always possible. */
    @JsonProperty("finished")
    FINISHED;

    public static ProgressStage fromString(String wire) {
        return WireName.parse(ProgressStage.class, wire);
    }
}
