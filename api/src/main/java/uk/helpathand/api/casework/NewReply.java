package uk.helpathand.api.casework;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import uk.helpathand.api.Guide;
import uk.helpathand.api.Requester;

/**
 * A reply to be sent.
 *
 * @param audience must be the conversation's own (422 otherwise), so that no answer to an adult reaches a child
 * @param language of the text, a BCP 47 tag; absent means English
 * @param guide to a child's rights, shown under the reply as a link; may be absent
 * @param override a rule that a lead sets aside; may be absent, 403 for anybody else
 * @param readTo the {@code sequence} of the last message of the thread that was read; what the child or adult wrote after
 *     it goes on waiting for an answer. Absent: all that they wrote is answered
 */
public record NewReply(
        @NotBlank @Size(max = 20_000) String text,
        @NotNull Requester audience,
        @Size(max = 35) String language,
        Guide guide,
        @Valid RuleOverride override,
        @PositiveOrZero Long readTo) {

    /** By the rules. */
    public NewReply(String text, Requester audience, String language, Guide guide) {
        this(text, audience, language, guide, null, null);
    }
}
