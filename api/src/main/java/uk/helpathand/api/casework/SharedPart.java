package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** Which part of what we know of a child. */
public enum SharedPart implements WireName {
    /** What the child says they want. */
    @JsonProperty("wishes")
    WISHES,

    /** How the child is reached. */
    @JsonProperty("contact-details")
    CONTACT_DETAILS,

    /** What the child or others told us. */
    @JsonProperty("what-happened")
    WHAT_HAPPENED,

    /** All there is: covers each of the others. */
    @JsonProperty("whole-record")
    WHOLE_RECORD
}
