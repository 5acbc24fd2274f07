package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** How far an erasure got. */
public enum ErasureStatus implements WireName {
    /** The schedule says that it is time; nobody has looked yet. */
    @JsonProperty("due")
    DUE,

    /** One person has looked and proposes it; another has to decide. */
    @JsonProperty("proposed")
    PROPOSED,

    /** Two people have decided; it is being carried out. */
    @JsonProperty("approved")
    APPROVED,

    /** A lead has decided that the record is kept longer. */
    @JsonProperty("kept")
    KEPT,

    /** Something came after the decision: a message, a case, a legal hold. To be looked at again. */
    @JsonProperty("stopped")
    STOPPED,

    /** The record is gone. */
    @JsonProperty("done")
    DONE;

    public static ErasureStatus fromString(String wire) {
        return WireName.parse(ErasureStatus.class, wire);
    }
}
