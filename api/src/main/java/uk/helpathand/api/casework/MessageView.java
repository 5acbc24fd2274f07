package uk.helpathand.api.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import uk.helpathand.api.Author;
import uk.helpathand.api.DeliveryState;
import uk.helpathand.api.Guide;

/**
 * One entry of a conversation, immutable.
 *
 * @param conversationId whose entry it is
 * @param sequence order within the conversation, from 1
 * @param by display name of the person of the team; absent for the child and the adult
 * @param text the words
 * @param language of the text or of the page it was written on, a BCP 47 tag; absent when not known
 * @param guide named with a reply; may be absent
 * @param contentWarnings {@code abusive-threat}, {@code abusive-sexual}, {@code abusive-insult} and perhaps others: what a reader should
 *     be warned of; absent when there is nothing
 * @param sentAt by the sender's clock
 * @param handedOverAt outbound: when contact-service had it; absent while it is on its way
 * @param delivery outbound: how far it got on the thread, {@code stored} or {@code seen}; absent while it is on its way
 * @param textState outbound: how far the text about it got, or the text that it is; absent while nothing is known of one
 * @param part inbound: of which text it is a part; absent for a whole one
 * @param media how many pictures and the like came with it, which are not fetched
 * @param redactedAt when these words took the place of what was written, because that was also about a child who was erased;
 *     absent otherwise
 */
public record MessageView(
        UUID id,
        UUID conversationId,
        long sequence,
        Author author,
        String by,
        String text,
        boolean altered,
        String language,
        Guide guide,
        List<String> contentWarnings,
        Instant sentAt,
        Instant handedOverAt,
        DeliveryState delivery,
        TextState textState,
        PartView part,
        int media,
        Instant redactedAt) {

    /**
     * How far a text (or, for who chose that, a notice by e-mail) got. Delivered never means read.
     *
     * @param state {@code held}, {@code sending}, {@code sent}, {@code delivered}, {@code not-delivered} or {@code refused}
     * @param at when it became so
     * @param heldUntil when a held text may go; absent otherwise
     * @param rule of safe contact by which it is held or refused; absent otherwise
     * @param failure why it did not arrive: the provider's code, or of ours {@code no-such-address}, {@code number-gone}, {@code no-provider},
     *     {@code erased}; absent otherwise
     */
    public record TextState(DeliveryState state, Instant at, Instant heldUntil, String rule, String failure) {}

    /**
     * The whole to which a part belongs, as far as it is here.
     *
     * @param group the same for all its parts
     * @param number which of them this message is, from 1
     * @param missing numbers of those that have not come; empty when the text is complete
     * @param joined the words of those that came, in order
     */
    public record PartView(UUID group, int number, int of, List<Integer> missing, String joined) {}
}
