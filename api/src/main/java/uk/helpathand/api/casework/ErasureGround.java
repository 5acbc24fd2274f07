package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** Why a record is erased (UK GDPR art. 17(1)). A code, as it outlives whom it is about. */
public enum ErasureGround implements WireName {
    /** It is not needed any more for what it was kept for; also by the schedule. */
    @JsonProperty("no-longer-needed")
    NO_LONGER_NEEDED,

    /** It was kept by consent, which was withdrawn. */
    @JsonProperty("consent-withdrawn")
    CONSENT_WITHDRAWN,

    /** They object, and nothing weighs more. */
    @JsonProperty("objection")
    OBJECTION,

    /** It should not have been kept. */
    @JsonProperty("unlawful")
    UNLAWFUL,

    /** The law demands it. */
    @JsonProperty("legal-obligation")
    LEGAL_OBLIGATION;

    public static ErasureGround fromString(String wire) {
        return WireName.parse(ErasureGround.class, wire);
    }
}
