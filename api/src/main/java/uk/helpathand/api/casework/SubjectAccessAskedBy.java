package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** Who asked for a copy of what is held on a child: the child, or somebody who may ask for them. */
public enum SubjectAccessAskedBy implements WireName {
    /** The child themself. No age is too young by itself: it depends on whether they understand what they ask for. */
    @JsonProperty("child")
    CHILD,

    /** Somebody with parental responsibility. */
    @JsonProperty("parental-responsibility")
    PARENTAL_RESPONSIBILITY,

    /** An advocate whom the child has asked to. */
    @JsonProperty("advocate")
    ADVOCATE,

    /** A solicitor, with the child's authority or that of somebody who may give it. */
    @JsonProperty("solicitor")
    SOLICITOR,

    /** Somebody else with written authority, or by order of a court. */
    @JsonProperty("other-authorised")
    OTHER_AUTHORISED;
}
