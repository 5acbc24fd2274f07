package uk.helpathand.api.casework;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import uk.helpathand.api.Guide;
import uk.helpathand.api.Requester;

/**
 * A reply to be sent.
 *
 * @param audience must be the conversation's own (422 otherwise), so that no answer to an adult reaches a child
 * @param language of the text, a BCP 47 tag; absent means English
 * @param guide to a child's rights, shown under the reply as a link; may be absent
 */
public record NewReply(
        @NotBlank @Size(max = 20_000) String text,
        @NotNull Requester audience,
        @Size(max = 35) String language,
        Guide guide) {}
