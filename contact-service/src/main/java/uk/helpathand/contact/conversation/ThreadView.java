package uk.helpathand.contact.conversation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import uk.helpathand.api.Author;
import uk.helpathand.api.Guide;
import uk.helpathand.api.ProgressStage;
import uk.helpathand.platform.crypto.SubjectCipher;

/**
 * What the thread shows: the messages, oldest first, and what happens next.
 *
 * @param earlierKept whether there are earlier messages that only the team still has
 * @param earlierBefore the place before which there are more, for another page; null where these are all
 */
public record ThreadView(
        List<Entry> entries,
        boolean earlierKept,
        Long earlierBefore,
        ProgressStage stage,
        String nextStep,
        LocalDate by) {

    /** The place after the last message of any thread. */
    public static final long END = Long.MAX_VALUE;

    /**
     * @param language a BCP 47 tag; null when not known
     * @param guide that a reply names; may be null
     */
    public record Entry(Author author, String text, Instant at, String language, Guide guide) {}

    static ThreadView of(Conversation conversation, List<Message> messages, SubjectCipher cipher) {
        List<Entry> entries = messages.stream()
                .filter(message -> !message.isForgotten())
                .map(message -> new Entry(
                        message.author(), message.text(cipher), message.at, message.language, message.guide()))
                .toList();
        return new ThreadView(
                entries,
                entries.size() < messages.size(),
                earlierBefore(messages),
                conversation.progressStage(),
                conversation.nextStep(cipher),
                conversation.progressBy);
    }

    /** Before a forgotten one are only forgotten ones. */
    private static Long earlierBefore(List<Message> messages) {
        return messages.isEmpty()
                        || messages.get(0).sequence == 1
                        || messages.get(0).isForgotten()
                ? null
                : messages.get(0).sequence;
    }
}
