package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** For whom a package is built. */
public enum SubjectAccessCopy implements WireName {
    /** For the lead who looks through it: everything, with marks on what is about other people. */
    @JsonProperty("review")
    REVIEW,

    /** For the child: without what is exempt, and without what is about other people unless a lead released it. */
    @JsonProperty("child")
    CHILD;

    public static SubjectAccessCopy fromString(String wire) {
        return WireName.parse(SubjectAccessCopy.class, wire);
    }
}
