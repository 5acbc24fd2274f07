package uk.helpathand.casework.conversation;

import uk.helpathand.api.casework.OwnerKind;

/**
 * Who must answer a conversation.
 *
 * @param id the adviser's subject; null for the queue and the lead
 */
public record Owner(OwnerKind kind, String id) {

    public static final Owner QUEUE = new Owner(OwnerKind.QUEUE, null);
    public static final Owner LEAD = new Owner(OwnerKind.LEAD, null);

    public static Owner adviser(String subject) {
        return new Owner(OwnerKind.ADVISER, subject);
    }
}
