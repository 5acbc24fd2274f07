package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import uk.helpathand.api.WireName;

/** What an adviser may ask before reading out a new return code, in their own words. */
public enum VerificationQuestion implements WireName {
    /** What they wrote about first, in their own words. */
    @JsonProperty("what-about")
    WHAT_ABOUT(true),

    /** On which day they first wrote, and about when. */
    @JsonProperty("when-wrote")
    WHEN_WROTE(true),

    /** What they said they want to happen. */
    @JsonProperty("what-wanted")
    WHAT_WANTED(true),

    /** What we last answered; asked only when it was seen. */
    @JsonProperty("last-answer")
    LAST_ANSWER(true),

    /** What they told us to be careful about. */
    @JsonProperty("safe-note")
    SAFE_NOTE(true),

    /** How they chose to be answered. */
    @JsonProperty("how-answered")
    HOW_ANSWERED(false),

    /** What name they gave us. */
    @JsonProperty("name-given")
    NAME_GIVEN(false),

    /** Where they told us they live. */
    @JsonProperty("where-living")
    WHERE_LIVING(false);

    private final boolean ownWords;

    VerificationQuestion(boolean ownWords) {
        this.ownWords = ownWords;
    }

    /** Only who wrote or read the messages knows it. The others may be known, or guessed, by anybody around them. */
    public boolean ownWords() {
        return ownWords;
    }

    public static VerificationQuestion fromString(String wire) {
        return WireName.parse(VerificationQuestion.class, wire);
    }
}
