package uk.helpathand.contact.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.helpathand.api.Author;
import uk.helpathand.api.Guide;
import uk.helpathand.api.ProgressStage;

/**
 * What the thread shows: the messages, oldest first, and what happens next.
 *
 * @param earlierKept whether there are earlier messages that only the team still has
 */
public record ThreadView(List<Entry> entries, boolean earlierKept, ProgressStage stage, String nextStep, LocalDate by) {

    /**
     * @param language a BCP 47 tag; null when not known
     * @param guide that a reply names; may be null
     */
    public record Entry(Author author, String text, Instant at, String language, Guide guide) {}
}
