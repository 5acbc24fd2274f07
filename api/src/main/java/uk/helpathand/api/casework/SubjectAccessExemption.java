package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** Why something was not given. */
public enum SubjectAccessExemption implements WireName {
    /** It is about other people, who have not agreed, and it is not reasonable to give it without. */
    @JsonProperty("other-people")
    OTHER_PEOPLE,

    /** It would be likely to do serious harm to the child or to somebody else. */
    @JsonProperty("serious-harm")
    SERIOUS_HARM,

    /** Whoever asked did not show who they are, or that they may ask for the child. */
    @JsonProperty("not-shown-who")
    NOT_SHOWN_WHO,

    /** Whoever asked does not want it any more. */
    @JsonProperty("withdrawn")
    WITHDRAWN;
}
