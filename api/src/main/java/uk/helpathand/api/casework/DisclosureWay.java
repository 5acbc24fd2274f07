package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** How something was told to a body. */
public enum DisclosureWay implements WireName {
    @JsonProperty("phone")
    PHONE,

    @JsonProperty("letter")
    LETTER,

    @JsonProperty("email")
    EMAIL,

    @JsonProperty("meeting")
    MEETING
}
