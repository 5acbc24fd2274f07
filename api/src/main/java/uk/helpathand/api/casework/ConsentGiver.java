package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** Who said that something of a child may be shared. */
public enum ConsentGiver implements WireName {
    /** The child: able to decide it from 16 on, before that by a judgement about this very decision. */
    @JsonProperty("child")
    CHILD,

    @JsonProperty("parent")
    PARENT,

    /** Somebody else whom the law gives it. */
    @JsonProperty("person-with-parental-responsibility")
    PERSON_WITH_PARENTAL_RESPONSIBILITY,

    /** The council, where it has parental responsibility. */
    @JsonProperty("local-authority")
    LOCAL_AUTHORITY
}
