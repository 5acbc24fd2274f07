package uk.helpathand.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;

/** Who looked, as a child may know it: what their work is, never who they are. */
public enum LookRole implements WireName {
    @JsonProperty("lead")
    LEAD,

    @JsonProperty("adviser")
    ADVISER,

    @JsonProperty("auditor")
    AUDITOR,

    /** Somebody of the team in another role. */
    @JsonProperty("team")
    TEAM,

    /** Nobody: a rule or a timer of ours, or the program of the office that answers for copies. */
    @JsonProperty("program")
    PROGRAM;

    /** @param roles those their token had; where there are several, the one that may most */
    public static LookRole of(Collection<String> roles) {
        if (roles.contains(Role.LEAD)) {
            return LEAD;
        }
        if (roles.contains(Role.ADVISER)) {
            return ADVISER;
        }
        if (roles.contains(Role.AUDITOR)) {
            return AUDITOR;
        }
        return roles.isEmpty() || roles.contains(Role.SUBJECT_ACCESS) ? PROGRAM : TEAM;
    }
}
