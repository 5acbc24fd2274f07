package uk.helpathand.api.handover;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Channel;
import uk.helpathand.api.MessagePart;
import uk.helpathand.api.Referral;
import uk.helpathand.api.Requester;
import uk.helpathand.api.Safe;
import uk.helpathand.api.SafeContact;
import uk.helpathand.api.Urgency;
import uk.helpathand.api.UrgencyReason;

/**
 * One request for help as it was received. The same id with the same immutable fields is the same enquiry; with other
 * fields it is a 409.
 *
 * @param messageId the conversation's first message, whose text is {@code happening}
 * @param children the enquiry's children by ids made by the sender; one for a child who writes for themself
 * @param unconfirmed it came in a flood and nobody has confirmed yet that they are a person; never with immediate urgency
 * @param contentWarnings codes of what a reader should be warned of; absent means none
 * @param referral what an adult said, typed; absent for a child
 * @param possibleLinks conversations of the same number, newest first: perhaps the same person, perhaps another who has the
 *     phone now. Absent means none
 * @param part of which text the first message is a part; absent for a whole one
 * @param media how many pictures and the like came with the first message, which are not fetched
 * @param altered some characters could not be kept as they were sent (U+0000, lone surrogates) and stand as U+FFFD
 */
public record EnquiryHandover(
        @NotNull UUID conversationId,
        @NotNull UUID messageId,
        @NotNull @Size(max = 20) String reference,
        @NotNull Channel channel,
        @NotNull Requester requester,
        @NotNull Instant receivedAt,
        @Size(max = 35) String language,
        @NotNull @Size(max = 40_000) String happening,
        @Size(max = 40_000) String wanted,
        Safe safe,
        @NotNull Urgency urgency,
        @NotNull List<@Valid @NotNull UrgencyReason> urgencyReasons,
        @NotEmpty @Size(max = 20) List<@NotNull UUID> children,
        @NotNull @Valid SafeContact safeContact,
        boolean unconfirmed,
        @Size(max = 10) List<@NotNull @Size(max = 60) String> contentWarnings,
        @Valid Referral referral,
        boolean altered,
        @Size(max = 20) List<@NotNull UUID> possibleLinks,
        @Valid MessagePart part,
        @Min(0) int media) {

    /** Not by text. */
    public EnquiryHandover(
            UUID conversationId,
            UUID messageId,
            String reference,
            Channel channel,
            Requester requester,
            Instant receivedAt,
            String language,
            String happening,
            String wanted,
            Safe safe,
            Urgency urgency,
            List<UrgencyReason> urgencyReasons,
            List<UUID> children,
            SafeContact safeContact,
            boolean unconfirmed,
            List<String> contentWarnings,
            Referral referral,
            boolean altered) {
        this(
                conversationId,
                messageId,
                reference,
                channel,
                requester,
                receivedAt,
                language,
                happening,
                wanted,
                safe,
                urgency,
                urgencyReasons,
                children,
                safeContact,
                unconfirmed,
                contentWarnings,
                referral,
                altered,
                null,
                null,
                0);
    }
}
