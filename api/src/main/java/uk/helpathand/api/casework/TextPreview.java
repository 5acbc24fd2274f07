package uk.helpathand.api.casework;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import uk.helpathand.api.WireName;

/**
 * What a reply would be as a text, counted as it would be sent: with plain quotes and dashes where that makes it shorter; for
 * a notice the notice is counted.
 *
 * @param until when a held text may go; absent otherwise
 * @param rule by which it is held or refused, as in the contact state; absent when it goes now
 * @param overridable a lead may set that rule aside, with a reason
 * @param form what would stand in it; absent when it is refused: then the words are counted
 * @param units septets in {@code gsm-7}, UTF-16 code units in {@code ucs-2}
 * @param segments in how many parts it goes over the air, each of which may be late or lost
 * @param characters in code points
 * @param warnings to be shown before sending: {@code lock-screen} when the words themselves would stand in it, and so on a
 *     locked screen, whichever way the conversation began; {@code ucs-2} when one character makes it go in more and shorter parts; others may come
 */
public record TextPreview(
        TextOutcome outcome,
        Instant until,
        String rule,
        boolean overridable,
        TextForm form,
        TextEncoding encoding,
        int units,
        int segments,
        int characters,
        List<String> warnings) {

    public static final String LOCK_SCREEN = "lock-screen";
    public static final String UCS_2 = "ucs-2";

    /** What would happen. */
    public enum TextOutcome implements WireName {
        @JsonProperty("send")
        SEND,

        /** It waits for the next safe time. */
        @JsonProperty("hold")
        HOLD,

        @JsonProperty("refuse")
        REFUSE;

        public static TextOutcome fromString(String wire) {
            return WireName.parse(TextOutcome.class, wire);
        }
    }

    /** How a text is written on the air: in the small alphabet, 160 or 153 a part, or in any, 70 or 67 a part. */
    public enum TextEncoding implements WireName {
        @JsonProperty("gsm-7")
        GSM_7,

        @JsonProperty("ucs-2")
        UCS_2;

        public static TextEncoding fromString(String wire) {
            return WireName.parse(TextEncoding.class, wire);
        }
    }
}
