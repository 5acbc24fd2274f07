package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** What there is to see to. */
public enum TaskKind implements WireName {
    /** An answer did not reach them as a text: find another way. */
    @JsonProperty("text-not-delivered")
    TEXT_NOT_DELIVERED,

    /** The number wants no texts, and somebody is owed an answer: find another way. */
    @JsonProperty("texts-stopped")
    TEXTS_STOPPED,

    /** They ended their return code, as somebody may have seen it, and cannot read: find another way, or give them a new one. */
    @JsonProperty("code-ended")
    CODE_ENDED;

    public static TaskKind fromString(String wire) {
        return WireName.parse(TaskKind.class, wire);
    }
}
