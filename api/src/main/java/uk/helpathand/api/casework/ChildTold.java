package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** Whether the child knows what was shared. */
public enum ChildTold implements WireName {
    @JsonProperty("yes")
    YES,

    /** For a reason that stands beside it. */
    @JsonProperty("not-yet-because")
    NOT_YET_BECAUSE
}
