package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** What of an answer stands in a text. */
public enum TextForm implements WireName {
    /** The answer itself, as it was written; a locked screen shows it. */
    @JsonProperty("words")
    WORDS,

    /** Only that there is an answer, in bland words or in the child's cover words. */
    @JsonProperty("notice")
    NOTICE;

    public static TextForm fromString(String wire) {
        return WireName.parse(TextForm.class, wire);
    }
}
