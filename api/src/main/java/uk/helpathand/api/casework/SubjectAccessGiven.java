package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** What was given in answer to a request for a copy. */
public enum SubjectAccessGiven implements WireName {
    /** All that is held. */
    @JsonProperty("all")
    ALL,

    /** All but what an exemption leaves out. */
    @JsonProperty("part")
    PART,

    /** Nothing; the exemption says why. */
    @JsonProperty("nothing")
    NOTHING;
}
