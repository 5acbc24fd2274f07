package uk.helpathand.contact.conversation;

import uk.helpathand.api.MessagePart;
import uk.helpathand.contact.safety.UrgencyRules.Assessment;

/**
 * What a requester writes.
 *
 * @param language of the page on which it was written, or as it seems; a BCP 47 tag, may be null
 * @param raised why it is urgent already; what is seen in the words is added
 * @param part of which text it is a part; null for a whole one
 * @param media how many pictures and the like came with it
 */
public record NewMessage(String text, String language, Assessment raised, MessagePart part, int media) {

    /** From a page. */
    public NewMessage(String text, String language, Assessment raised) {
        this(text, language, raised, null, 0);
    }
}
