package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** How a call ended that stands in the audit. */
public enum AuditOutcome implements WireName {
    /** It was read or changed. */
    @JsonProperty("done")
    DONE,

    /** It was done before by the same Idempotency-Key: its answer was shown once more, and nothing else happened. */
    @JsonProperty("repeated")
    REPEATED,

    /** It was not there, or not for the caller: which of the two is not told. */
    @JsonProperty("refused")
    REFUSED;

    public static AuditOutcome fromString(String wire) {
        return WireName.parse(AuditOutcome.class, wire);
    }
}
