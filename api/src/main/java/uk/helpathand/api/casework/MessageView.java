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
 * @param sequence order within the conversation, from 1
 * @param by display name of the person of the team; absent for the child and the adult
 * @param language of the text or of the page it was written on, a BCP 47 tag; absent when not known
 * @param guide named with a reply; may be absent
 * @param contentWarnings codes of what a reader should be warned of; absent when there is nothing
 * @param sentAt by the sender's clock
 * @param handedOverAt outbound: when contact-service had it; absent while it is on its way
 * @param delivery outbound: how far it got; delivered never means read
 */
public record MessageView(
        UUID id,
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
        DeliveryState delivery) {}
