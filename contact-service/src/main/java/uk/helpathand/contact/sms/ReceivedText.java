package uk.helpathand.contact.sms;

import java.time.Instant;

/**
 * A text as a provider gave it to us, its sender proved. Numbers are as they came: one provider writes one number in two
 * ways, and a sender may be a word. It has no {@code toString} of its parts, so that no log can hold them.
 *
 * @param providerId the provider's id of it: the same when it is told again, by whichever way
 * @param from may be empty, and need not be anybody's phone
 * @param body may be empty, and may hold what PostgreSQL cannot (U+0000, half a surrogate pair); null where there should be words
 *     and none can be told from what came
 * @param sentAt the provider's time; null where it tells none
 * @param media how many pictures or other things came with it
 * @param optOutType the provider has dealt with the text as {@code STOP}, {@code START} or {@code HELP}; null otherwise
 * @param raw the bytes as they came; from a list, those of its one item
 */
public record ReceivedText(
        String provider,
        String providerId,
        String from,
        String to,
        String body,
        Instant sentAt,
        int media,
        String optOutType,
        byte[] raw) {

    /** What is there, as far as it can be told. */
    String words() {
        return body == null ? "" : body;
    }

    /** A person has to read the bytes. */
    boolean isUnread() {
        return body == null;
    }

    @Override
    public String toString() {
        return "text " + providerId + " of " + provider;
    }
}
