package uk.helpathand.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;

/**
 * How, when and with which words we may answer: enforced, not noted.
 *
 * @param version rises with every change by the side that made it; an older one changes nothing
 * @param replyBy what the child chose
 * @param number as the child wrote it; may be absent
 * @param email as the child wrote it; may be absent
 * @param safeTimes empty means the child did not say
 * @param safeNote the child's own words about contact; shown to staff, never interpreted
 * @param coverWords what a text says instead of "there is an answer", as agreed with them; may be absent
 * @param noVoicemail nothing is left on an answering machine; absent when they did not say
 * @param answersInText the answer itself may stand in a text, where a lock screen shows it; absent means no
 * @param textsStoppedAt since when the number wants no text (STOP); set by contact-service alone, absent while texts may go
 */
public record SafeContact(
        long version,
        @NotNull ReplyBy replyBy,
        @Size(max = 200) String number,
        NumberIs numberIs,
        @Size(max = 500) String email,
        @NotNull List<@NotNull SafeTime> safeTimes,
        @Size(max = 20_000) String safeNote,
        @Size(max = 160) String coverWords,
        Boolean noVoicemail,
        Boolean answersInText,
        Instant textsStoppedAt) {

    /** Of somebody who said nothing of texts. */
    public SafeContact(
            long version,
            ReplyBy replyBy,
            String number,
            NumberIs numberIs,
            String email,
            List<SafeTime> safeTimes,
            String safeNote) {
        this(version, replyBy, number, numberIs, email, safeTimes, safeNote, null, null, null, null);
    }

    /** The same with other words. */
    public SafeContact withWords(String note, String cover) {
        return with(note, cover, answersInText);
    }

    /** The same with what they said of the answer itself; null for nothing. */
    public SafeContact withAnswersInText(Boolean said) {
        return with(safeNote, coverWords, said);
    }

    private SafeContact with(String note, String cover, Boolean inText) {
        return new SafeContact(
                version, replyBy, number, numberIs, email, safeTimes, note, cover, noVoicemail, inText, textsStoppedAt);
    }
}
