package uk.helpathand.contact.sms;

import java.time.Instant;

/**
 * A text as a provider gave it to us, its sender proved. Numbers are as they came: one provider writes one number in two
 * ways, and a sender may be a word. It has no {@code toString} of its parts, so that no log can hold them.
 *
 * @param providerId the provider's id of it: the same when it is told again, by whichever way
 * @param from may be empty where only a list told of it, and need not be anybody's phone
 * @param body never null; may be empty, and may hold what PostgreSQL cannot (U+0000, half a surrogate pair)
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

    @Override
    public String toString() {
        return "text " + providerId + " of " + provider;
    }
}
