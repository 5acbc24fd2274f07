package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import uk.helpathand.api.NumberIs;
import uk.helpathand.api.ReplyBy;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.SafeTime;

/**
 * What the child or adult now told an adviser about safe contact. It replaces all that was known: what is absent is
 * forgotten.
 *
 * @param safeTimes empty means that they did not say
 * @param safeNote their own words about contact; shown to staff, never interpreted
 * @param coverWords what a text says instead of "there is an answer", as agreed with them; may be absent
 * @param noVoicemail nothing is left on an answering machine; absent when they did not say
 * @param answersInText the answer itself may stand in a text, where a lock screen shows it; absent means no
 */
public record SetSafeContact(
        @NotNull ReplyBy replyBy,
        @Size(max = 200) String number,
        NumberIs numberIs,
        @Size(max = 500) String email,
        @NotNull @Size(max = 20) List<@NotNull SafeTime> safeTimes,
        @Size(max = 20_000) String safeNote,
        @Size(max = 160) String coverWords,
        Boolean noVoicemail,
        Boolean answersInText) {

    public SetSafeContact {
        // An emptied field: a text without words reaches nobody.
        coverWords = coverWords == null || coverWords.isBlank() ? null : coverWords;
    }

    /** As that version of it. */
    public SafeContact at(long version) {
        return new SafeContact(
                version,
                replyBy,
                number,
                numberIs,
                email,
                safeTimes,
                safeNote,
                coverWords,
                noVoicemail,
                answersInText,
                null);
    }
}
