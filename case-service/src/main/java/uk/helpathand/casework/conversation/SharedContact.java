package uk.helpathand.casework.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import uk.helpathand.platform.crypto.SubjectCipher;
import uk.helpathand.platform.outbox.Outbox;
import uk.helpathand.platform.time.Ids;

/**
 * What of a conversation itself is words: the next step, and what was said of safe contact. Staff and whoever wrote may write them
 * anew, and contact-service has them too. Within the caller's transaction.
 */
@ApplicationScoped
public class SharedContact {

    private static final String NEXT_STEP = "conversation.progress_next_step";
    private static final Set<String> OF_WISH = Set.of(ContactWish.SAFE_NOTE, ContactWish.COVER_WORDS);

    private static final int LONGEST_STEP = 500;
    private static final int LONGEST_COVER = 160;

    @Inject
    Outbox outbox;

    public List<SharedText> of(Conversation conversation, SubjectCipher cipher) {
        var wish = conversation.safeContact(cipher);
        return Stream.of(
                        new SharedText(
                                "next-step",
                                NEXT_STEP,
                                conversation.id,
                                false,
                                conversation.progress.version,
                                LONGEST_STEP,
                                conversation.progress.nextStep),
                        ofWish(conversation, "safe-note", ContactWish.SAFE_NOTE, Integer.MAX_VALUE, wish.safeNote()),
                        ofWish(conversation, "cover-words", ContactWish.COVER_WORDS, LONGEST_COVER, wish.coverWords()))
                .filter(text -> text.text() != null)
                .toList();
    }

    private static SharedText ofWish(Conversation conversation, String name, String column, int most, String text) {
        return new SharedText(name, column, conversation.id, true, conversation.wish.stateVersion, most, text);
    }

    /** Rises with every change of what {@link #of} tells. */
    public long version(Conversation conversation) {
        return conversation.progress.version + conversation.wish.stateVersion;
    }

    /**
     * Some of them are other than they were, so contact-service has to hear. The conversation's row is locked, and whoever calls
     * changes the columns.
     *
     * @param columns which
     * @param readAt when whoever redacted them had read them
     */
    public void redacted(Conversation conversation, Set<String> columns, Instant readAt) {
        if (columns.contains(NEXT_STEP)) {
            conversation.progress.version++;
            outbox.owe(Replies.PROGRESS_OWED, conversation.id, conversation.id, conversation.nextOutboxSequence());
        }
        if (columns.stream().anyMatch(OF_WISH::contains)) {
            conversation.wish.redacted(readAt);
            // In a stream of its own, as what staff are told is.
            outbox.owe(HandOverRedactedWords.KIND, conversation.id, Ids.next(), 1);
        }
    }
}
