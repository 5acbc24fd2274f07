package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** What kind of body something of a child is shared with. Which one stands beside it in words. */
public enum BodyKind implements WireName {
    @JsonProperty("local-authority")
    LOCAL_AUTHORITY,

    @JsonProperty("health")
    HEALTH,

    @JsonProperty("school")
    SCHOOL,

    @JsonProperty("court-or-advocate")
    COURT_OR_ADVOCATE,

    @JsonProperty("police")
    POLICE,

    @JsonProperty("other")
    OTHER
}
