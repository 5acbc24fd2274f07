package uk.helpathand.api.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import uk.helpathand.api.Author;
import uk.helpathand.api.MessagePart;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;

/**
 * A later message of the child or adult.
 *
 * @param urgency what the message alone gives; it raises the enquiry's, never lowers it
 * @param language of the page it was written on, a BCP 47 tag; a child may write another
 * @param contentWarnings codes of what a reader should be warned of; absent means none
 * @param part of which text it is a part; absent for a whole one
 * @param media how many pictures and the like came with it, which are not fetched
 */
public record MessageHandover(
        @NotNull Author author,
        @NotNull Instant receivedAt,
        @NotNull @Size(max = 40_000) String text,
        @NotNull Urgency urgency,
        @NotNull List<@Valid @NotNull UrgencyReason> urgencyReasons,
        @Size(max = 35) String language,
        @Size(max = 10) List<@NotNull @Size(max = 60) String> contentWarnings,
        boolean altered,
        @Valid MessagePart part,
        @Min(0) int media) {

    /** Whole, in words alone. */
    public MessageHandover(
            Author author,
            Instant receivedAt,
            String text,
            Urgency urgency,
            List<UrgencyReason> urgencyReasons,
            String language,
            List<String> contentWarnings,
            boolean altered) {
        this(author, receivedAt, text, urgency, urgencyReasons, language, contentWarnings, altered, null, 0);
    }
}
