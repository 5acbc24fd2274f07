package uk.helpathand.api.handover;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import uk.helpathand.api.Author;
import uk.helpathand.api.Guide;

/**
 * A message for the child or adult, written by a person of the team. The team's names stay with the team.
 *
 * @param language of the text, a BCP 47 tag; absent means English
 * @param guide shown with it as a link; may be absent
 * @param overriddenRule of safe contact that a lead has set aside for this message, with a reason; may be absent
 */
public record ReplyHandover(
        @NotNull Author author,
        @NotNull Instant sentAt,
        @NotBlank @Size(max = 20_000) String text,
        @Size(max = 35) String language,
        Guide guide,
        @Size(max = 60) String overriddenRule) {

    /** With no rule set aside. */
    public ReplyHandover(Author author, Instant sentAt, String text, String language, Guide guide) {
        this(author, sentAt, text, language, guide, null);
    }
}
