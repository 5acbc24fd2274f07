package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** On what something is shared. */
public enum SharingBasis implements WireName {
    /** Somebody who may said yes, and has not taken it back. */
    @JsonProperty("consent")
    CONSENT,

    /** For a reason that stands beside it: a child at risk, a court, a law. */
    @JsonProperty("without-consent")
    WITHOUT_CONSENT
}
