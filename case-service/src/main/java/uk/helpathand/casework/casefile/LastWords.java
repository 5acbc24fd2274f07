package uk.helpathand.casework.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.helpathand.api.Requester;
import uk.helpathand.api.casework.CloseCase;
import uk.helpathand.api.casework.ReadTo;
import uk.helpathand.api.problem.ProblemType;
import uk.helpathand.casework.conversation.Conversation;
import uk.helpathand.casework.conversation.Replies;

/**
 * What a closure says on which of the case's threads, and how far each was read. Where a child and an adult have written, each has
 * words of their own: what is meant for a child never reaches an adult, nor the other way round.
 */
final class LastWords {

    private final CloseCase close;
    private final Set<UUID> readable;
    private final Set<Requester> audiences;
    private final Map<UUID, Long> readTo = new HashMap<>();

    private LastWords(CloseCase close, List<Conversation> threads, Set<UUID> readable) {
        this.close = close;
        this.readable = readable;
        // Of those that the caller knows of: nothing is told of the others.
        this.audiences = threads.stream()
                .filter(thread -> readable.contains(thread.id))
                .map(thread -> thread.audience)
                .collect(Collectors.toSet());
    }

    /** @param readable those that the caller may read */
    static LastWords of(CloseCase close, List<Conversation> threads, Set<UUID> readable) {
        var words = new LastWords(close, threads, readable);
        words.requireForEach();
        words.readAsFarAs(threads);
        return words;
    }

    private void requireForEach() {
        if (isForBoth() && close.tellAdult() == null) {
            throw ProblemType.VALIDATION_FAILED.exception(
                    "'tellAdult' is missing: the child and an adult each have a thread of this case");
        }
        if (!isForBoth() && close.tellAdult() != null) {
            throw ProblemType.VALIDATION_FAILED.exception(
                    "'tellAdult' would be told to nobody: no adult has a thread of this case beside the child");
        }
    }

    private boolean isForBoth() {
        return audiences.size() > 1;
    }

    private void readAsFarAs(List<Conversation> threads) {
        threads.forEach(thread -> readTo.put(thread.id, readable.contains(thread.id) ? Replies.ALL : Replies.NOTHING));
        for (ReadTo read : close.readTo()) {
            if (!readable.contains(read.conversationId())) {
                throw ProblemType.VALIDATION_FAILED.exception(
                        "'readTo.conversationId' is not a thread of this case: " + read.conversationId());
            }
            readTo.merge(read.conversationId(), read.sequence(), Math::min);
        }
    }

    /** Null where nothing is said: nobody has written words for whoever reads there. */
    String on(Conversation thread) {
        if (!audiences.contains(thread.audience)) {
            return null;
        }
        return isForBoth() && thread.audience == Requester.ADULT ? close.tellAdult() : close.tellChild();
    }

    /** The sequence up to which it counts as answered. */
    long readTo(Conversation thread) {
        return readTo.get(thread.id);
    }
}
