package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** A person's decision on an enquiry. */
public enum TriageOutcome implements WireName {
    /** Opens one case for each of the chosen children. */
    @JsonProperty("open-case")
    OPEN_CASE,

    /** Belongs to a case that is open already. */
    @JsonProperty("join-case")
    JOIN_CASE,

    /** Somebody else can help better; the child is told who. */
    @JsonProperty("signpost")
    SIGNPOST,

    /** The law does not let us act; the child is told why and who can. */
    @JsonProperty("out-of-remit")
    OUT_OF_REMIT,

    /** Spam, a test or a wrong number. */
    @JsonProperty("not-a-request")
    NOT_A_REQUEST;

    public static TriageOutcome fromString(String wire) {
        return WireName.parse(TriageOutcome.class, wire);
    }
}
